import { z } from 'zod';

// What the channel says, as far as a merchant looks at it.

const fen = z.int().min(0);
const at = z.iso.datetime({ offset: true });

export const tradeStates = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'USERPAYING', 'PAYERROR', 'REVOKED'] as const;

/** A transaction, as a query and a notification tell it. */
export const transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().optional(),
  trade_state: z.enum(tradeStates),
  success_time: at.optional(),
  amount: z.object({ total: fen, currency: z.string() }).optional(),
});
export type Transaction = z.infer<typeof transaction>;

const refundStates = ['SUCCESS', 'PROCESSING', 'CLOSED', 'ABNORMAL'] as const;

/** A refund, as the answer to asking for one and a query tell it. */
export const refund = z.object({
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  refund_id: z.string(),
  status: z.enum(refundStates),
  amount: z.object({ refund: fen, total: fen, currency: z.string() }),
});
/** The same in a notification, which has another name for the status. */
export const refundNotice = z.object({
  mchid: z.string(),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  refund_id: z.string(),
  refund_status: z.enum(refundStates),
  amount: z.object({ refund: fen, total: fen }),
});

export const notification = z.object({
  id: z.string(),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(''),
  }),
});

export const billAddress = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string(),
  download_url: z.string(),
});

export const payPage = z.object({ h5_url: z.string() });

/** An answer that is no 2xx. */
export const failure = z.object({ code: z.string(), message: z.string().default('') });
