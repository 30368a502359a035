/** Runs at the edge (CloudFront JavaScript 2.0): a folder's page is its index.html; a folder without its slash moves. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (name === '') {
    request.uri += 'index.html';
    return request;
  }
  if (name.indexOf('.') >= 0) return request;
  // Two leading slashes would name another host.
  const location = `${request.uri.replace(/^\/+/, '/')}/`;
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
}
