import { steps } from '@lianban/protos';
import { golden } from './golden';
import { at, sealed } from './step';

const { v1 } = steps;

/** The step the samples are about. */
const fee = {
  applicationNumber: 'LB-310115-20260302-000042',
  step: 'fee',
  item: 'food-licence-fee',
  service: 'payments',
  kind: v1.Kind.PAYMENT,
};

export const saidOfServiceSteps = [
  golden(
    v1.StepRequested,
    {
      ref: fee,
      package: 'open-small-shop',
      packageVersion: 2,
      residentId: 'r-0042',
      district: '310115',
      answers: { premisesArea: 24 },
      earlier: { inspection: { outcome: 'granted' } },
      requestedAt: at('02T01:30:00.250'),
      dueAt: at('12T15:59:59.999'),
      itemVersion: 3,
    },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801120f6f70656e2d736d616c6c2d73686f7018022206722d303034322a0633313031313532
    1b0a190a0c7072656d697365734172656112091100000000000038403a280a260a0a696e7370656374696f6e12182a160a14
    0a076f7574636f6d6512091a076772616e746564420b0898d093cd061080e59a774a0c08ffc5cbcd0610c08faedc035003
    `,
  ),
  // Since what only the addressee needs may be sealed for it.
  golden(
    v1.StepRequested,
    { ref: fee, requestedAt: at('02T01:30:00.250'), sealed },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801420b0898d093cd061080e59a775a1907323032362d3132000102030405060708090a0b5f
    1e9c77d0
    `,
  ),
  golden(
    v1.StepCancellationRequested,
    { ref: fee, reason: 'withdrawn', requestedAt: at('03T06:00:00.000') },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801120977697468647261776e1a0608e0f199cd06
    `,
  ),
  golden(
    v1.StepUndoRequested,
    { ref: fee, reason: 'licence', requestedAt: at('13T06:00:00.000') },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e7473280112076c6963656e63651a0608e0cfcecd06
    `,
  ),
  golden(
    v1.StepProgressed,
    {
      ref: fee,
      status: 'payable',
      progressedAt: at('02T01:30:01.000'),
      until: at('09T15:59:59.999'),
      payment: { amountCents: 12_000 },
    },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801120770617961626c651a060899d093cd06220c08ffdcbbcd0610c08faedc032a0308e05d
    `,
  ),
  golden(
    v1.StepProgressed,
    {
      ref: { ...fee, step: 'certificate', item: 'food-licence', service: 'certificates', kind: v1.Kind.DOCUMENT },
      status: 'drafted',
      progressedAt: at('05T01:30:01.000'),
      document: { number: 'FB20260302000001' },
    },
    `
    0a460a194c422d3331303131352d32303236303330322d303030303432120b63657274696669636174651a0c666f6f642d6c
    6963656e6365220c63657274696669636174657328021207647261667465641a060899b9a3cd0632120a1046423230323630
    333032303030303031
    `,
  ),
  golden(
    v1.StepProgressed,
    {
      ref: { ...fee, step: 'visit', item: 'home-visit', service: 'bookings', kind: v1.Kind.BOOKING },
      status: 'booked',
      progressedAt: at('05T01:30:01.000'),
      until: at('11T03:00:00.000'),
      appointment: { beginsAt: at('11T02:00:00.000'), endsAt: at('11T03:00:00.000'), place: 'hall-2' },
    },
    `
    0a3a0a194c422d3331303131352d32303236303330322d303030303432120576697369741a0a686f6d652d76697369742208
    626f6f6b696e677328031206626f6f6b65641a060899b9a3cd06220608b0b5c3cd063a180a0608a099c3cd06120608b0b5c3
    cd061a0668616c6c2d32
    `,
  ),
  golden(
    v1.StepFinished,
    {
      ref: fee,
      outcome: v1.Outcome.GRANTED,
      reason: 'paid',
      facts: { amountCents: 12_000 },
      finishedAt: at('04T02:00:00.000'),
    },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e7473280110011a0470616964221a0a180a0b616d6f756e7443656e7473120911000000000070c740
    2a0608a0a49ecd06
    `,
  ),
  golden(
    v1.StepCancelled,
    { ref: fee, cancelledAt: at('03T06:00:01.000') },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801120608e1f199cd06
    `,
  ),
  golden(
    v1.StepUndone,
    { ref: fee, undoneAt: at('13T07:00:00.000') },
    `
    0a3e0a194c422d3331303131352d32303236303330322d30303030343212036665651a10666f6f642d6c6963656e63652d66
    656522087061796d656e74732801120608f0ebcecd06
    `,
  ),
];
