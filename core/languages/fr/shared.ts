// French, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': 'Marge brute en part du chiffre d’affaires.',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    'Combien de lignes chaque ligne représente, lorsque les données sont un résumé : 250 à côté d’un 10 pour 250 réponses de 10. Une ligne avec 0 ou sans valeur est écartée. Si omis, chaque ligne ne représente qu’elle-même.',
  'Customers at the start of the period.': 'Clients au début de la période.',
  'Customer of each order.': 'Client de chaque commande.',
  'Date of each order.': 'Date de chaque commande.',
  'Length of a period.': 'Durée d’une période.',
  'calendar days': 'jours calendaires',
  'weeks from Monday': 'semaines à partir du lundi',
  'calendar months': 'mois calendaires',
  'calendar quarters': 'trimestres calendaires',
  'calendar years': 'années calendaires',
  'What the cells hold.': 'Ce que contiennent les cellules.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    'Dernier jour pris en compte ; les commandes ultérieures sont ignorées. Si omis, la date la plus récente des données. La période dans laquelle il tombe compte jusqu’à ce jour : pour écarter celle qui n’est pas terminée, indiquer le dernier jour d’une période terminée.',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    'Combien de clients ayant exactement ces lignes chaque identifiant représente, lorsque les données sont le résumé d’un journal. Le même nombre dans chaque ligne d’un identifiant. Si omis, chaque identifiant est un client.',
  'Monthly recurring revenue at the start of the period.': 'Revenu récurrent mensuel au début de la période.',
  'What customers of the start who stay pay less, as a positive number.':
    'Ce que les clients du début qui restent paient en moins, en nombre positif.',
  'Highest possible answer. 5 when left out.': 'Réponse la plus haute possible. 5 si omis.',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    'Réponse la plus basse possible, par exemple 0 sur une échelle de 0 à 10. 1 si omis.',
  'What is wanted.': 'Ce qui est demandé.',
  'half of the cases took no longer': 'la moitié des cas n’ont pas duré plus longtemps',
  'the average, which a few very long cases pull up': 'la moyenne, que quelques cas très longs tirent vers le haut',
  'nine of ten cases took no longer': 'neuf cas sur dix n’ont pas duré plus longtemps',
  'nineteen of twenty cases took no longer': 'dix-neuf cas sur vingt n’ont pas duré plus longtemps',
  'the case that took longest': 'le cas qui a duré le plus longtemps',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    'Quand le travail commence : une cellule d’heure, un texte tel que "09:00" ou "9:30 am", ou l’heure sous forme de nombre. 09:00 si omis. Sans cet argument et les trois suivants, chaque heure de l’horloge compte.',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    'Quand le travail finit, écrit comme open_time ; 24 est la fin de la journée et 5 pm est 17. Une heure antérieure à open_time est celle du lendemain matin : un service de nuit appartient au jour où il commence. 17:00 si omis.',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    'Jours où le travail commence : un texte tel que "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" ou "all", ou une plage de nombres de 1 (lundi) à 7 (dimanche). Mon-Fri si omis.',
  'Dates without work, in a range. None when left out.': 'Dates sans travail, dans une plage. Aucune si omis.',
}
