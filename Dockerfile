# syntax=docker/dockerfile:1

FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
# The cache keeps Maven's repository between builds, so a change of the code does not fetch it anew.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -DskipTests package

# Alpine's variant carries BusyBox and with it a wget for the health check; the others have neither wget nor curl.
FROM eclipse-temurin:25-jre-alpine
RUN addgroup -S -g 10001 toasoan \
  && adduser -S -D -H -u 10001 -G toasoan toasoan \
  && install -d -o toasoan -g toasoan -m 0750 /data
WORKDIR /app
COPY --from=build /build/target/toasoan.jar ./
# Starts the site once, so that the real start finds written down what it would have to work out: the same Java, the same files.
RUN --mount=type=bind,from=build,source=/build/bin/aot,target=/tmp/aot sh /tmp/aot /app
USER toasoan
ENV TOASOAN_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# 127.0.0.1, not localhost: a name that also means ::1 fails where a container has no IPv6.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD wget -q -T 4 -O /dev/null "http://127.0.0.1:${SERVER_PORT:-8080}/actuator/health/readiness" || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "@/app/toasoan.args"]
