/** What a run found out does not hold any more: something else wrote to an output folder or a stage. It must begin again. */
export class Overtaken extends Error {}
