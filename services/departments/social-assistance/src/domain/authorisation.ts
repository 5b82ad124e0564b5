import type { Missing } from '@lianban/casework';

/** Nobody's means are looked into without the household's authorisation 核对授权书 (最低生活保障审核确认办法, 民发〔2021〕57号). */
export const AUTHORISATION: Missing = {
  code: 'household-authorisation',
  note: "The household's consent to a check of its means 核对授权书.",
};
