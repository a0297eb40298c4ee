/** A programme of the Red Cross: what it gives, yuan, in steps. */
export interface RedCrossProject {
  readonly name: '小天使基金' | '天使阳光基金' | '人道救助' | '博爱送万家';
  /** For an illness; otherwise a visit before the Spring Festival. */
  readonly illness: boolean;
  readonly usual: readonly [min: number, max: number];
  readonly step: number;
}

/** The programmes by a short handle. */
export const RED_CROSS_PROJECTS = {
  leukaemia: { name: '小天使基金', illness: true, usual: [10_000, 30_000], step: 5_000 },
  heart: { name: '天使阳光基金', illness: true, usual: [5_000, 30_000], step: 5_000 },
  humanitarian: { name: '人道救助', illness: true, usual: [1_000, 5_000], step: 500 },
  visit: { name: '博爱送万家', illness: false, usual: [500, 1_000], step: 100 },
} as const satisfies Record<string, RedCrossProject>;
