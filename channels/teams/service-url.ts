const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Whether the bot may call a service URL. With verified callers: any https address, because the token named it. Without
 * (development): loopback only, because otherwise anybody who reaches the port could make this server call anywhere.
 */
export const mayCall =
  (verified: boolean) =>
  (serviceUrl: string): boolean => {
    const url = URL.parse(serviceUrl);
    if (url === null || url.username !== '') return false;
    const local = LOOPBACK.test(url.hostname) && (url.protocol === 'http:' || url.protocol === 'https:');
    return local || (verified && url.protocol === 'https:');
  };
