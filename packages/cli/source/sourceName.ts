import { Failure } from '#local/failure.ts';

export interface SourceName {
  readonly organisation: string;
  readonly id: string;
}

/** `northmoor.telephony`. */
export function sourceNameOf(named: string | undefined): SourceName {
  const [, organisation, id] = /^([^.]+)\.([^.]+)$/.exec(named ?? '') ?? [];
  if (organisation === undefined || id === undefined)
    throw new Failure(
      `${named ? `"${named}" is` : 'There is'} no organisation and source: write ORG.ID, such as wirral.telephony.`,
    );
  return { organisation, id };
}
