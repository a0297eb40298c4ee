/** Headers of every response: nothing is stored, nothing is run, and what a 401 or 405 must say (RFC 9110, RFC 9449 §7.1). */
export function sealResponse(response: Response, requestId?: string): Response {
  const { headers, status } = response;
  headers.set('cache-control', 'no-store');
  headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('x-content-type-options', 'nosniff');
  if (requestId !== undefined) headers.set('request-id', requestId);
  if (status === 401) headers.set('www-authenticate', 'DPoP algs="ES256 EdDSA"');
  if (status === 405) headers.set('allow', 'POST');
  return response;
}
