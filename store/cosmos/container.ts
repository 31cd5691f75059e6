import type { Container, ContainerDefinition, CosmosClientOptions } from '@azure/cosmos';
import { CosmosClient } from '@azure/cosmos';

/** Where the container is, and how to get in. */
export interface CosmosSettings {
  readonly endpoint: string;
  readonly key: string;
  readonly database: string;
  readonly container: string;
}

/** What is indexed: what our queries name, and what reports on all trips look by. */
const INDEXED = ['pk', 'type', 'id', 'dueAt', '_expires', 'destination', 'email', 'createdAt', 'created_at'];

/**
 * The unified container: every type of entity, partitioned by `/pk`. Nothing else is indexed; documents live for ever
 * unless they say otherwise (`ttl`).
 */
const definition = (id: string): ContainerDefinition => ({
  id,
  partitionKey: { paths: ['/pk'] },
  defaultTtl: -1,
  indexingPolicy: {
    indexingMode: 'consistent',
    includedPaths: INDEXED.map((field) => ({ path: `/${field}/?` })),
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: [
      [
        { path: '/type', order: 'ascending' },
        { path: '/dueAt', order: 'ascending' },
      ],
    ],
  },
});

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Waits for a busy account (429) as long as its Retry-After says, but no more than this in all. */
const PATIENCE_S = 9;

/** The container, made with its database when it is not there. `more` is for tests that speed up what fails. */
export const openContainer = async (
  { endpoint, key, database, container }: CosmosSettings,
  more: Partial<CosmosClientOptions['connectionPolicy']> = {},
): Promise<Container> => {
  const client = new CosmosClient({
    endpoint,
    key,
    connectionPolicy: {
      // An emulator on loopback announces addresses that are not reachable.
      enableEndpointDiscovery: !LOOPBACK.test(new URL(endpoint).hostname),
      retryOptions: {
        maxRetryAttemptCount: 9,
        fixedRetryIntervalInMilliseconds: 0,
        maxWaitTimeInSeconds: PATIENCE_S,
      },
      ...more,
    },
    userAgentSuffix: 'pathfinder',
  });
  const made = await client.databases.createIfNotExists({ id: database });
  return (await made.database.containers.createIfNotExists(definition(container))).container;
};
