/** A benefit that was suspended, was paid again, has stopped, and was paid too long. */
export const drawn = {
  entitlements: [
    {
      ...{ department: 'social-assistance', benefit: 'minimum-living-allowance', household: true },
      ...{ applicationNumber: 'LB20260302000001', step: 'relief', version: 5, payee: 'resident-2', district: '410105' },
      ...{ period: 'month', from: '2026-04', status: 'stopped' },
      amounts: [
        { from: '2026-04', amountCents: 44_000 },
        { from: '2026-06', amountCents: 40_000, cause: 'recheck' },
      ],
      suspensions: [{ from: '2026-07', to: '2026-08', cause: 'under-check', arrears: true }],
      stop: { from: '2026-09', cause: 'conditions-lost' },
      overpaid: [{ month: '2026-09', amountCents: 40_000 }],
    },
  ],
  unavailable: ['permits'],
};
