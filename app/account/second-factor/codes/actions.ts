'use server';

import { go } from '@/app/go';
import { forgetCodes } from '@/app/shown-codes';
import { homeOf } from '@/lib/auth/account';
import { actorForAction } from '@/lib/auth/session';
import { readFormData, textValue } from '@/lib/domain/form-state';
import { returnPath } from '@/lib/domain/return-path';

/** After this the codes are shown nowhere. */
export async function codesKeptAction(data: FormData): Promise<void> {
  const actor = await actorForAction();
  const back = returnPath(textValue(readFormData(data, { one: ['return'] }), 'return'));
  await forgetCodes();
  go(back ?? homeOf(actor));
}
