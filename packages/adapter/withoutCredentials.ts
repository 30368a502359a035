const named = String.raw`[\w.-]{0,40}(?:token|secret|passw(?:or)?d|api[_-]?key|access[_-]?key|authorization)[\w.-]{0,40}`;
const inQuery = new RegExp(String.raw`(${named}=)[^&\s"';,]+`, 'gi');
const inJson = new RegExp(String.raw`("${named}"\s*:\s*)"(?:[^"\\]|\\.)*"`, 'gi');

/** A record as it arrived, but for the values of what by its name is a credential: in a query, a form or JSON. */
export const withoutCredentials = (text: string): string =>
  text.replace(inQuery, '$1removed').replace(inJson, '$1"removed"');
