/**
 * Node's options for a service. By default the heap grows for minutes before a collection, to over 300 MB under load; with
 * these limits a service stays under 200 MB and is not slower. Source maps are off: they cost 10 MB a process, and the
 * compiled code reads like its source.
 */
export const serviceNodeOptions: readonly string[] = ['--max-semi-space-size=8', '--max-old-space-size=256'];
