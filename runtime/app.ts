/** One server of the house: `main.ts` listens for it, `--together` and the tests call it directly. */
export interface App {
  /** Answers one HTTP request. Never throws. */
  handle(request: Request): Promise<Response>;
  /** Ready to answer: its stores and its registry are there. */
  ready(): Promise<boolean>;
  /** Lets work under way end, then frees what it holds. */
  close(): Promise<void>;
}
