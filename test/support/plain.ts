/** As JSON has it: what is read when it is first asked for, and what was there from the start, are then alike. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
