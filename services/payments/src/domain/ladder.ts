/** When the channel is asked again about what it has not told: 5 s, 15 s, 30 s, 1, 2, 5, 10, 30 minutes, then hourly (functions.md §3.3). */
const waitsSeconds = [5, 15, 30, 60, 120, 300, 600, 1800, 3600] as const;

export const nextAt = (times: number, now: Date): Date =>
  new Date(now.getTime() + (waitsSeconds[Math.min(times, waitsSeconds.length - 1)] ?? 3600) * 1000);
