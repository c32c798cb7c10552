// Which pipeline the pages of deals show.

/** The one of the address, else the one looked at last, else the first. */
export function pipelineOf<P extends { id: string }>(
  pipelines: readonly P[] | undefined,
  chosen: string | undefined,
  last: string | null,
): P | undefined {
  const found = (id: string | null | undefined) => pipelines?.find((pipeline) => pipeline.id === id);
  return found(chosen) ?? found(last) ?? pipelines?.[0];
}
