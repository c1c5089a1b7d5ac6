'use client';

import { type ReactNode, useCallback } from 'react';
import { Form } from '@/components/form/form';
import type { FormAction } from '@/components/form/send-form';
import type { PlainDate } from '@/lib/domain/dates';
import type { FormValues } from '@/lib/domain/form-state';
import type { QuestionId } from '@/lib/domain/questions/types';

type QuestionFormProps = {
  action: FormAction;
  title: string;
  questionId: QuestionId;
  today: PlainDate;
  initial: FormValues;
  hidden: Record<string, string>;
  children: ReactNode;
};

/** The form of one question; its schema is the server's own and comes on first use. */
export function QuestionForm({ questionId, today, ...form }: QuestionFormProps) {
  const loadSchema = useCallback(async () => {
    const { questionOf } = await import('@/lib/domain/questions/catalogue');
    return questionOf(questionId).schema({ today });
  }, [questionId, today]);
  return <Form {...form} loadSchema={loadSchema} />;
}
