import { Router } from 'express';
import helmet from 'helmet';
import swaggerUi from 'swagger-ui-express';

/** Everything the page loads comes from here; the styles its script sets are its own. */
const guarded = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // The server itself may be reached over plain HTTP on loopback.
  strictTransportSecurity: false,
});

/** `/docs`: the API to read and to try, drawn from `/openapi.json`. */
export const docsPage = (): Router => {
  const router = Router();
  router.use(
    '/docs',
    guarded,
    swaggerUi.serve,
    swaggerUi.setup(undefined, {
      customSiteTitle: 'Pathfinder API',
      swaggerOptions: { url: '/openapi.json', persistAuthorization: true, displayRequestDuration: true },
    }),
  );
  return router;
};
