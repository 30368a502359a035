import { isbot } from 'isbot';

/** Longer than any browser's; what follows decides nothing and costs time. */
const mostCharacters = 512;
const mostRemembered = 2_000;

/** Programs' own names for themselves. What calls a tracking address with one reports a visit; it does not make one. */
const library =
  /^(node|node-fetch|undici|axios|got|curl|wget|libcurl|python|aiohttp|httpx|java|apache-httpclient|okhttp|dart|go-http-client|php|guzzlehttp|ruby|faraday|reqwest|postmanruntime|matomo[a-z-]*|dalvik|[\w .-]+ cfnetwork)(?![a-z])/i;
const headless = /headless(?=chrome|firefox|shell)/gi;

/** Answers kept by agent: a list of some hundred patterns is slow to ask, and few agents make most visits. */
const remembering = (ask: (agent: string) => boolean): ((agent: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (agent) => {
    const key = agent.slice(0, mostCharacters);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= mostRemembered) answers.clear();
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
};

/** As the browser sent it: IIS writes a plus for each space, and some networks `%20`. */
const spaced = (agent: string): string => (agent.includes(' ') ? agent : agent.replace(/\+|%20/g, ' '));

/** Whether a visit in a server's log was a program's: crawlers, monitors, libraries, and whoever says nothing. */
export const isBotAgent = remembering((agent) => agent.trim() === '' || isbot(spaced(agent)));

/**
 * Whether a visit that a tracker reports was a crawler's. Libraries are not: what a server reports on a visitor's behalf
 * comes from one. Nor are headless browsers, as Matomo has it: most are somebody's tests of their own pages.
 */
export const isCrawlerAgent = remembering(
  (agent) => agent.trim() !== '' && !library.test(agent) && isbot(agent.replace(headless, '')),
);
