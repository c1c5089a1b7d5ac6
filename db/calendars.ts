import { BASE_CALENDAR, type Calendar } from '@/lib/domain/calendar';
import type { Tx } from './client';

/** The calendar that everything is counted by now. */
export const readCalendar = async (_tx: Tx): Promise<Calendar> => BASE_CALENDAR;

/** The calendar that was in force at an instant, which is what was promised then was counted by. */
export const readCalendarAt = async (_tx: Tx, _at: Date): Promise<Calendar> => BASE_CALENDAR;
