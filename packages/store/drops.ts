/** One object under `drop/`, as it was when it was put there. */
export interface Dropped {
  readonly key: string;
  readonly version?: string;
}

export interface PieceOfReport {
  readonly organisation: string;
  readonly batch: string;
  /** Counted from 0. */
  readonly piece: number;
}

/** Files that are put into the bucket to be imported, and what is written beside them. */
export interface Drops {
  read(dropped: Dropped): AsyncIterable<Uint8Array>;
  writeBeside(key: string, text: string, contentType: string): Promise<void>;
  /** What a report is made of in the end; a piece that is put again replaces itself. */
  keepPiece(place: PieceOfReport, text: string): Promise<void>;
  piece(place: PieceOfReport): Promise<string>;
}
