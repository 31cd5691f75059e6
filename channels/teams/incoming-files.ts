import { z } from 'zod';
import type { IncomingFile } from '../../bot/incoming.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { boundedBody } from '../bounded-body.ts';
import type { InboundActivity } from './activity.ts';

export interface FileSettings {
  /** Reading stops just past this many bytes. */
  readonly maxBytes: number;
  /** Milliseconds a file may take. */
  readonly timeoutMs: number;
  /** Hosts, with all below them, whose download links are followed. */
  readonly hosts: readonly string[];
  /** Whether the bot may call a service URL at all. */
  readonly mayCall: (serviceUrl: string) => boolean;
  /** The bot's own token, sent to the service that sent the activity and to nobody else. */
  readonly token: () => Promise<string | undefined>;
}

/** Where OneDrive and SharePoint, which hold the files of Teams, answer. https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges */
export const MICROSOFT_FILE_HOSTS = ['sharepoint.com', 'sharepoint.us', 'sharepoint.cn', 'svc.ms'] as const;

const MAX_REDIRECTS = 3;
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

const download = z.object({
  contentType: z.literal(DOWNLOAD_INFO),
  name: z.string().min(1),
  content: z.object({ downloadUrl: z.string().min(1), fileType: z.string().nullish() }),
});

const plain = z.object({
  contentType: z.string().min(1),
  contentUrl: z.string().min(1),
  name: z.string().nullish(),
});

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  htm: 'text/html',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * The files of a message. Nothing is fetched before `read`; it asks Microsoft's file hosts or the calling service only,
 * whatever the link says and wherever it redirects, and throws `far-end-unavailable`.
 */
export const incomingFiles = ({ attachments, serviceUrl }: InboundActivity, settings: FileSettings): IncomingFile[] =>
  (attachments ?? []).flatMap((attachment): IncomingFile[] => {
    const shared = download.safeParse(attachment).data;
    if (shared) {
      const extension = (shared.content.fileType ?? shared.name.split('.').at(-1) ?? '').toLowerCase();
      return [
        {
          name: shared.name,
          mediaType: MEDIA_TYPES[extension] ?? 'application/octet-stream',
          read: () => fetchFile(shared.content.downloadUrl, isFileHost(settings.hosts), settings),
        },
      ];
    }
    // Teams repeats every formatted message as an HTML attachment without an address.
    const own = plain.safeParse(attachment).data;
    if (!own) return [];
    const service = URL.parse(serviceUrl);
    const callable = settings.mayCall(serviceUrl);
    const isService = (url: URL): boolean => callable && isSafe(url) && url.origin === service?.origin;
    return [
      {
        name: own.name ?? 'attachment',
        mediaType: own.contentType,
        read: () => fetchFile(own.contentUrl, isService, settings, settings.token),
      },
    ];
  });

const isSafe = (url: URL): boolean =>
  url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname)));

/** `files.contoso.example` for host `contoso.example`, at the port that is listed. */
const isFileHost =
  (hosts: readonly string[]) =>
  (url: URL): boolean =>
    isSafe(url) && hosts.some((host) => url.host === host || url.host.endsWith(`.${host}`));

const fetchFile = async (
  link: string,
  allowed: (url: URL) => boolean,
  { maxBytes, timeoutMs }: FileSettings,
  token?: FileSettings['token'],
): Promise<Uint8Array> => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    let url = allowedUrl(link, allowed);
    const bearer = await token?.();
    const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.ok) return await boundedBody(response, maxBytes);
      await response.body?.cancel();
      if (response.status < 300 || response.status >= 400 || location === null) {
        throw new PathfinderError('far-end-unavailable', `the file could not be fetched: HTTP ${response.status}`);
      }
      url = allowedUrl(new URL(location, url).href, allowed);
    }
    throw new PathfinderError('far-end-unavailable', 'a file link redirects too often');
  } catch (cause) {
    if (cause instanceof PathfinderError) throw cause;
    throw new PathfinderError('far-end-unavailable', 'the file could not be fetched', cause);
  }
};

const allowedUrl = (link: string, allowed: (url: URL) => boolean): URL => {
  const url = URL.parse(link);
  if (url === null || !allowed(url)) {
    throw new PathfinderError('far-end-unavailable', 'a file link leads to a host that is not allowed');
  }
  return url;
};
