import { readDays } from './days/read-days.ts';
import { readMoney } from './money.ts';
import { readTimes } from './times.ts';

const GOT =
  /^(?:(?:ok|so|hey|hi|just)\b[\s,]*)*(?:(?:we|i)(?:['’]ve| have)? )?(?:just |already )?(?:got|bought|picked up)\b/i;
/** It is only asked whether a day is named. */
const ANY_DAY = '2027-01-01';

/** Whether somebody says what something cost that they got, and not when it is: `just got the train tickets, 96.50 eur`. */
export const tellsOfSpending = (text: string): boolean =>
  GOT.test(text.trim()) &&
  readMoney(text) !== undefined &&
  readDays(text, ANY_DAY).length === 0 &&
  readTimes(text).length === 0;
