import { z } from 'zod';
import { taskStatus } from '../../trips/tasks/task.ts';
import { shown } from './schema-names.ts';

/** What answers a request whose work goes on: `tasks/{taskId}` tells how far it is. */
export const begunShown = shown('TaskBegun', z.object({ taskId: z.string(), status: taskStatus }));
