import type { AdapterContext, HookRequest, Reply } from '#adapter/adapter.ts';
import { isOneOf } from '#adapter/bearer.ts';
import { mapped } from '#adapter/mapping.ts';
import { type Hit, parametersOf } from '#adapter/matomo/hits.ts';

/** The questions that Matomo's log importer asks before it sends: `/` or `/index.php` with `module=API`. */
export const handshake = (request: HookRequest, context: AdapterContext): Reply | undefined => {
  if (!/^\/?(index\.php)?$/i.test(request.rest)) return undefined;
  const asked = { ...parametersOf(request.body.toString('utf8').slice(0, 10_000)), ...parametersOf(request.query) };
  return asked['module'] === 'API' ? json(answerTo(asked, context)) : undefined;
};

const json = (value: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

const problem = (message: string): object => ({ result: 'error', message });

/** As Matomo answers an error: with status 200, since the importer prints the message of that one only. */
const answerTo = (asked: Hit, context: AdapterContext): unknown => {
  const token = asked['token_auth'] ?? '';
  if (token !== '' && !isOneOf(token, context.credentials.tokens))
    return problem('The token is not one of this source.');
  const answer = answers.get(asked['method'] ?? '');
  return answer ? answer(asked, context) : problem('This method is not offered: only sites, version and token are.');
};

const version = '5.0.0';

type Answer = (asked: Hit, context: AdapterContext) => unknown;

const answers = new Map<string, Answer>(
  Object.entries<Answer>({
    'API.getMatomoVersion': () => ({ value: version }),
    'API.getPiwikVersion': () => ({ value: version }),
    'SitesManager.getSiteFromId': ({ idSite = '' }, context) =>
      idSite === '' ? problem('Please say which idSite.') : siteWith(idSite, context),
    'SitesManager.getSitesIdFromSiteUrl': ({ url = '' }, context) => sitesAt(url, context),
    'SitesManager.getAllSites': (_, context) =>
      Object.fromEntries(idsIn(context).map((id) => [id, siteWith(id, context)])),
    'SitesManager.addSite': () => problem('Sites are named in the mapping of the source, in sources.yaml.'),
    'UsersManager.createAppSpecificTokenAuth': ({ passwordConfirmation = '' }, { credentials }) =>
      isOneOf(passwordConfirmation, credentials.tokens)
        ? { value: passwordConfirmation }
        : problem('Use a token of this source as --token-auth, or as the password.'),
  }),
);

const entriesIn = ({ source }: AdapterContext): readonly (readonly [from: string, to: string])[] =>
  Object.entries(source.mapping.site ?? {});

const idsIn = (context: AdapterContext): readonly string[] =>
  entriesIn(context)
    .map(([from]) => from)
    .filter((from) => /^\d+$/.test(from));

const isHost = (word: string): boolean => word.includes('.');

/** Its address: that of the host whose site it is, or else the first of the source's own. */
const siteWith = (idsite: string, context: AdapterContext): object => {
  const name = mapped(context.source.mapping.site, idsite);
  const [host] = entriesIn(context).find(([from, to]) => isHost(from) && to === name) ?? [];
  const [origin = 'http://localhost'] = context.source.origins;
  const main_url = host === undefined ? origin.replace(/:\*$/, '') : `https://${host}`;
  return { idsite, name: name ?? idsite, main_url, timezone: 'Europe/London', currency: 'GBP', ecommerce: '0' };
};

/** The importer gives a bare host, and posts with the idsite of the first answer; a host may stand for itself. */
const sitesAt = (url: string, context: AdapterContext): readonly object[] => {
  const host =
    url
      .replace(/^https?:\/\//i, '')
      .split(/[/:]/, 1)[0]
      ?.toLowerCase() ?? '';
  const named = entriesIn(context).find(([from]) => isHost(from) && from.split('/', 1)[0]?.toLowerCase() === host);
  const isOwn = context.source.origins.some((origin) => origin.split('/')[2]?.split(':', 1)[0] === host);
  if (!named && !isOwn) return [];
  const id = named && idsIn(context).find((from) => mapped(context.source.mapping.site, from) === named[1]);
  return [{ idsite: id ?? host }];
};
