import { minutes } from './minutes.ts'
import { number } from './singles.ts'

/** The work that comes to those who answer calls, chats or visitors. */
export const callArgs = [
  number(
    'calls_per_hour',
    'Calls that come in within an hour, on average: of a half hour with 180, give 360. Chats and visitors at a desk are calls too.',
    { min: 0 },
  ),
  minutes(
    'handling_minutes',
    'Minutes that an agent is busy with one call, on average: talking and writing it up. A number such as 4.5, a time cell such as 0:04:30, or text such as "4 min 30 s". An agent with several chats at a time takes the minutes of one divided by their number.',
    { min: 0 },
  ),
] as const
