import { z } from 'zod';
import { farEnd, list, type Variables } from './setting-shapes.ts';

/** The settings of the doors: the Azure Bot behind Teams, Twilio, web chat. */
export const DOOR_VARIABLES = {
  MICROSOFT_APP_ID: {
    schema: z.string().default(''),
    about: 'app id of the Azure Bot; empty turns verification off, in development only',
  },
  MICROSOFT_APP_PASSWORD: { schema: z.string().default(''), about: 'client secret of the Azure Bot' },
  MICROSOFT_APP_TYPE: {
    schema: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
    about: 'kind of the Azure Bot registration',
  },
  MICROSOFT_APP_TENANT_ID: { schema: z.string().default(''), about: 'tenant of a SingleTenant bot' },
  BOT_OPENID_METADATA_URL: {
    schema: farEnd.optional(),
    about: 'OpenID metadata of whoever signs Bot Framework tokens (sovereign clouds, tests)',
  },
  BOT_TOKEN_ISSUER: {
    schema: z.string().optional(),
    about: 'issuer of those tokens; needed with BOT_OPENID_METADATA_URL',
  },
  BOT_LOGIN_URL: {
    schema: farEnd.optional(),
    about: 'where the bot gets its own tokens; needed with BOT_OPENID_METADATA_URL',
  },
  TEAMS_TENANTS: {
    schema: list.default([]),
    about: 'tenant ids that may use the bot, comma-separated; empty allows all',
  },
  TEAMS_FILE_HOSTS: {
    schema: list.default([]),
    about:
      "hosts, besides Microsoft's own, whose links to files people send in Teams are followed (sovereign clouds, tests)",
  },
  TEAMS_DEVELOPER: {
    schema: z.string().min(1).max(32).default('Pathfinder'),
    about: 'whom the Teams app package names as its maker (`npm run teams:package`)',
  },
  TEAMS_PRIVACY_URL: { schema: farEnd.optional(), about: 'privacy statement that the app package links to' },
  TEAMS_TERMS_URL: { schema: farEnd.optional(), about: 'terms of use that the app package links to' },
  TWILIO_ACCOUNT_SID: {
    schema: z
      .string()
      .regex(/^(AC[0-9a-f]{32})?$/, 'AC and 32 hex digits')
      .default(''),
    about: 'Twilio account; empty keeps SMS to the simulator',
  },
  TWILIO_AUTH_TOKEN: { schema: z.string().default(''), about: 'verifies inbound messages and signs outbound ones' },
  TWILIO_PHONE_NUMBER: {
    schema: z
      .string()
      .regex(/^(\+[1-9]\d{6,14})?$/, 'E.164, e.g. +15550100')
      .default(''),
    about: 'the number that sends, unless a messaging service does',
  },
  TWILIO_MESSAGING_SERVICE_SID: {
    schema: z
      .string()
      .regex(/^(MG[0-9a-f]{32})?$/, 'MG and 32 hex digits')
      .default(''),
    about: 'messaging service whose numbers send, instead of TWILIO_PHONE_NUMBER',
  },
  TWILIO_PARTS_PER_SECOND: {
    schema: z.coerce.number().min(0.1).max(1_000).default(1),
    about:
      'message parts a second that the number, or the numbers of the messaging service together, may send: 1 for a US long code, 3 toll-free, 100 for a short code',
  },
  TWILIO_API_BASE_URL: { schema: farEnd.default('https://api.twilio.com'), about: 'Twilio REST API' },
  WEB_ORIGINS: {
    schema: list.default([]),
    about: 'origins, besides PUBLIC_URL, whose pages may use web chat, comma-separated',
  },
} as const satisfies Variables;
