# The Trade Credit Ledger as an image.
#
#   docker build --tag trade-credit-ledger .
#   docker run --read-only --publish 8080:8080 --volume ledger:/app/data trade-credit-ledger
#
# An OCI-format builder (buildah, podman) keeps the HEALTHCHECK only with --format docker.

# ---- build: the jar, and a Java runtime with the modules it needs --------------------------------
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY config config
COPY openapi openapi
COPY src/main src/main
# The mount keeps Maven and what it downloads for the next build, outside the image. The fixed date: an AOT cache
# holds for a jar of one size and date, and some builders clamp dates when they write the image.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q package -DskipTests \
    && touch --date=2001-05-16T00:00:00Z target/trade-credit-ledger.jar

# jdeps names the modules the jar refers to. java.desktop is left out: only parts that never run here ask
# for it (H2's window, java.awt.Point in the PostgreSQL driver), and it is 29 MB. jdeps cannot see what is
# looked up by name: jdk.zipfs opens the jar as a file system (migrations, OpenAPI pages), jdk.management
# has the memory and CPU figures of the container.
RUN modules="$(jdeps --multi-release 25 --ignore-missing-deps --print-module-deps target/trade-credit-ledger.jar \
        | tr ',' '\n' | grep -vx java.desktop | paste -sd ,)" \
    && jlink --add-modules "$modules,jdk.management,jdk.zipfs" \
        --no-header-files --no-man-pages --compress zip-6 --output /build/java

# ---- runtime: all but the AOT cache, so that the cache is trained on the very files it serves -----
FROM debian:trixie-slim AS runtime
COPY --from=build /build/java /opt/java
# UTF-8, or file names and log lines outside ASCII become question marks.
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:$PATH LANG=C.UTF-8
# A number of its own, so that a volume's owner is the same on every host. Only /app/data is the service's.
RUN groupadd --gid 10001 ledger \
    && useradd --uid 10001 --gid ledger --no-create-home --home-dir /app --shell /usr/sbin/nologin ledger \
    && install --directory --owner root --mode 0755 /app /app/config \
    && install --directory --owner ledger --group ledger --mode 0750 /app/data
# One file for training and use: an AOT cache is refused, and the start slow again, where these differ.
#   UseSerialGC, UseCompactObjectHeaders  small in memory and quick to start, as measured
#   UseCompressedOops                     else a host with much memory and no limit turns them off, and with them the cache
#   TieredCompileTaskTimeout              in the first seconds, what is called no more leaves the compilers' long queue: a fifth more postings then
#   InitialHeapSize                       grows when needed: else a host with much memory begins with a 64th of it (272 MB idle, 185 with this)
#   NewSize                               else a heap so small has a young generation of 10 MB, and collections stop a busy service for half as long again or more
#   TrimNativeHeapInterval                what the compilers of the first seconds leave behind is given back: 15 MB idle, which NewSize takes
#   MaxRAMPercentage                      of the container's memory; the rest is for buffers, classes and threads
#   MaxDirectMemorySize                   else the buffers of the network may take as much again as the heap, and both do not fit the container;
#                                         _JAVA_OPTIONS can raise it, and so the room for bodies and answers, in a container with much memory
#   ExitOnOutOfMemoryError                a restart loses nothing that was acknowledged; a half-dead service answers nothing
#   ErrorFile..., -UsePerfData, tmpdir    nothing is written outside the volume: the root file system may be read-only
RUN printf '%s\n' \
        -XX:+UseSerialGC \
        -XX:+UseCompactObjectHeaders \
        -XX:+UseCompressedOops \
        -XX:TieredCompileTaskTimeout=5 \
        -XX:InitialHeapSize=32m \
        -XX:NewSize=24m \
        -XX:TrimNativeHeapInterval=5000 \
        -XX:MaxRAMPercentage=60 \
        -XX:MaxDirectMemorySize=128m \
        -XX:+ExitOnOutOfMemoryError \
        -XX:+ErrorFileToStderr \
        -XX:-UsePerfData \
        -Djava.io.tmpdir=/app/data \
        > /app/jvm.args
COPY --from=build /build/target/trade-credit-ledger.jar /app/
WORKDIR /app
USER 10001:10001

# ---- train: a short day at the book, whose classes and profiles become the AOT cache -------------
FROM runtime AS train
# The rehearsal fails where an answer has another status than expected; the last command, where a start would not
# use the cache.
RUN mkdir /tmp/training && cd /tmp/training \
    && java @/app/jvm.args -Djava.io.tmpdir=/tmp/training -Xlog:aot=error \
        -XX:AOTCacheOutput=/tmp/training/ledger.aot -cp /app/trade-credit-ledger.jar tradecredit.Rehearsal \
    && java @/app/jvm.args -XX:AOTCache=/tmp/training/ledger.aot -XX:AOTMode=on -cp /app/trade-credit-ledger.jar -version

# ---- the image ------------------------------------------------------------------------------------
FROM runtime
COPY --from=train --chown=0:0 /tmp/training/ledger.aot /app/
# In the container the way in is the published port. Everywhere else the service listens on loopback.
ENV MICRONAUT_SERVER_HOST=0.0.0.0
# The management port is not published: the health check below asks the service's own.
EXPOSE 8080
# The book of the embedded database. A directory mounted here must be writable by uid 10001. With PostgreSQL
# (MICRONAUT_ENVIRONMENTS=postgres) the first keys and, where none is configured, encryption.key still stay in it: keep it.
# Another agreement is mounted at /app/config/agreement.yml.
VOLUME /app/data
STOPSIGNAL SIGTERM
# bash speaks TCP, so the image needs no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["/bin/bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${MICRONAUT_SERVER_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
# The exec form: the service is process 1 and gets the signal. Options of the moment go in JAVA_TOOL_OPTIONS, as -Xmx512m.
ENTRYPOINT ["java", "@/app/jvm.args", "-XX:AOTCache=/app/ledger.aot", "-jar", "/app/trade-credit-ledger.jar"]
