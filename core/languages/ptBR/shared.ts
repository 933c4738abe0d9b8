// Brazilian Portuguese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': 'Margem bruta como parte da receita.',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    'Quantas linhas cada linha representa, quando os dados são um resumo: 250 ao lado de um 10 para 250 respostas de 10. Uma linha com 0 ou sem valor é desconsiderada. Se omitido, cada linha representa a si mesma.',
  'Customers at the start of the period.': 'Clientes no início do período.',
  'Customer of each order.': 'Cliente de cada pedido.',
  'Date of each order.': 'Data de cada pedido.',
  'Length of a period.': 'Duração de um período.',
  'calendar days': 'dias corridos',
  'weeks from Monday': 'semanas a partir de segunda-feira',
  'calendar months': 'meses do calendário',
  'calendar quarters': 'trimestres do calendário',
  'calendar years': 'anos do calendário',
  'What the cells hold.': 'O que as células contêm.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    'Último dia considerado; pedidos posteriores são ignorados. Se omitido, a data mais recente dos dados. O período em que ele cai conta até esse dia: para deixar de fora o que ainda não terminou, informe o último dia de um período terminado.',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    'Quantos clientes com exatamente essas linhas cada identificador representa, quando os dados são o resumo de um registro. O mesmo número em cada linha de um identificador. Se omitido, cada identificador é um cliente.',
  'Monthly recurring revenue at the start of the period.': 'Receita recorrente mensal no início do período.',
  'What customers of the start who stay pay less, as a positive number.':
    'O que os clientes do início que permanecem pagam a menos, como número positivo.',
  'Highest possible answer. 5 when left out.': 'Resposta mais alta possível. 5 se omitido.',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    'Resposta mais baixa possível, por exemplo 0 em uma escala de 0 a 10. 1 se omitido.',
  'What is wanted.': 'O que se deseja.',
  'half of the cases took no longer': 'metade dos casos não levou mais tempo',
  'the average, which a few very long cases pull up': 'a média, que alguns casos muito longos puxam para cima',
  'nine of ten cases took no longer': 'nove em cada dez casos não levaram mais tempo',
  'nineteen of twenty cases took no longer': 'dezenove em cada vinte casos não levaram mais tempo',
  'the case that took longest': 'o caso que levou mais tempo',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    'Quando o trabalho começa: uma célula de hora, um texto como "09:00" ou "9:30 am", ou a hora como número. 09:00 se omitido. Sem este argumento e os três seguintes, conta cada hora do relógio.',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    'Quando o trabalho termina, escrito como open_time; 24 é o fim do dia e 5 pm é 17. Uma hora anterior a open_time é da manhã seguinte: um turno da noite pertence ao dia em que começa. 17:00 se omitido.',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    'Dias em que o trabalho começa: um texto como "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" ou "all", ou um intervalo de números de 1 (segunda-feira) a 7 (domingo). Mon-Fri se omitido.',
  'Dates without work, in a range. None when left out.': 'Datas sem trabalho, em um intervalo. Nenhuma se omitido.',
}
