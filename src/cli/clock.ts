/** Time that has passed. */

/** Milliseconds since some moment. `performance.now` says the same, and loads more than a short check needs. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e3 + nanoseconds / 1e6
}
