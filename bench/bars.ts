/** What a suite of `npm run bench` must reach: one figure of its line of JSON, by the path to it, and its bar. */
export interface Bar {
  readonly suite: 'doors' | 'rest' | 'retrieval' | 'planner' | 'sockets' | 'jobs' | 'votes' | 'deadlines';
  readonly what: string;
  readonly path: readonly string[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * The bars. Ratios are against a bare server measured in the same run, so that they hold on any machine; absolute ones
 * are for two shared cores.
 */
export const BARS: readonly Bar[] = [
  {
    suite: 'doors',
    what: 'Teams turn, help, as a share of a bare CloudAdapter echo',
    path: ['ratios', 'Teams help / bare CloudAdapter'],
    atLeast: 0.8,
  },
  {
    suite: 'doors',
    what: 'SMS turn, help, as a share of a bare signed webhook',
    path: ['ratios', 'SMS help / bare webhook'],
    atLeast: 0.6,
  },
  {
    suite: 'doors',
    what: 'Direct Line message to reply, as a share of a bare Express echo',
    path: ['ratios', 'Direct Line reply / bare Express echo'],
    atLeast: 0.5,
  },
  { suite: 'doors', what: 'first answer from an empty folder, ms', path: ['coldStartMs'], atMost: 4_000 },
  {
    suite: 'rest',
    what: 'durable ballots a second, 1,000 trips',
    path: ['results', '1,000 trips', 'ballots/s'],
    atLeast: 2_000,
  },
  ...['100', '1,000', '10,000'].map(
    (trips): Bar => ({
      suite: 'rest',
      what: `ballots as a share of bare inserts, ${trips} trips`,
      path: ['results', `${trips} trips`, 'ratio'],
      atLeast: 0.4,
    }),
  ),
  {
    suite: 'rest',
    what: 'reading a trip, p97.5 ms, 1,000 trips',
    path: ['results', '1,000 trips', 'read a trip p97.5 ms'],
    atMost: 10,
  },
  {
    suite: 'retrieval',
    what: 'question to answer among 10,000 chunks, p95 ms',
    path: ['answers', 'among 10,000 chunks', 'p95'],
    atMost: 150,
  },
  {
    suite: 'planner',
    what: 'a plan for 7 days, 5 families, 3 cities, ms',
    path: ['results', '7 days, 5 families, 3 cities', 'median ms'],
    atMost: 5_000,
  },
  { suite: 'jobs', what: 'small jobs a second', path: ['results', 'small jobs/s'], atLeast: 500 },
  {
    suite: 'jobs',
    what: 'effects of 2,000 jobs with the worker killed every 5 s',
    path: ['results', 'with their effect'],
    atLeast: 2_000,
    atMost: 2_000,
  },
  {
    suite: 'jobs',
    what: 'from a kill until its jobs are begun again, lease + 5 s, ms',
    path: ['results', 'from the kill to begun again, longest ms'],
    atMost: 10_000,
  },
  { suite: 'votes', what: 'ballots offered a second', path: ['results', 'ballots offered/s'], atLeast: 1_000 },
  {
    suite: 'votes',
    what: 'families whose tally is wrong after kills',
    path: ['results', 'families whose tally is wrong'],
    atMost: 0,
  },
  {
    suite: 'deadlines',
    what: '500 polls that end at once, closed with a worker killed',
    path: ['results', 'closed and counted'],
    atLeast: 500,
  },
  {
    suite: 'deadlines',
    what: 'messages sent twice about them',
    path: ['results', 'messages sent twice'],
    atMost: 0,
  },
  { suite: 'sockets', what: 'server with 10,000 idle sockets, MB', path: ['idle', 'serverMb'], atMost: 400 },
  { suite: 'sockets', what: '200 messages/s to 2,000 sockets, p95 ms', path: ['active', 'shownP95'], atMost: 250 },
  { suite: 'sockets', what: '2,000 sockets back after a break, ms', path: ['reconnect', 'backMs'], atMost: 10_000 },
  { suite: 'sockets', what: 'messages lost by those who came back', path: ['reconnect', 'lost'], atMost: 0 },
];

/** The figure at a bar's path, or nothing when the suite did not give it. */
export const figureOf = (results: unknown, path: readonly string[]): number | undefined => {
  let at: unknown = results;
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return typeof at === 'number' ? at : undefined;
};
