FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY portals/package.json portals/
COPY tests/package.json tests/

FROM manifests AS build
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile
COPY . .
RUN node server/bootstrap/build-all.mjs

FROM manifests AS packages
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile --prod --filter @corridor/server

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production CORRIDOR_DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/portals/supplier/dist portals/supplier/dist
COPY --from=build /app/portals/customer/dist portals/customer/dist
COPY --from=build /app/portals/admin/dist portals/admin/dist
COPY migrations migrations
COPY --from=build /app/schema schema
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
