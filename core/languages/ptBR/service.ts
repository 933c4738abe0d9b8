// Brazilian Portuguese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    'Customer Effort Score: o esforço médio de 1 (muito baixo) a scale_max (muito alto). Baixo é bom. Para a pergunta posterior “A empresa facilitou as coisas para mim” em uma escala de 7 pontos, alto é bom: informe 7 em scale_max e leia ao contrário.',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    'Respostas de scale_min a scale_max a “Quanto esforço foi necessário?”.',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    'Satisfação do cliente: a parte das respostas satisfeitas, 4 e 5 em uma escala de 1 a 5 por padrão.',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    'Respostas a “Quão satisfeito você está?”: números de scale_min a scale_max, ou palavras como good e bad, satisfied e dissatisfied, VERDADEIRO e FALSO.',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    'Resposta mais baixa que conta como satisfeita. Se omitido, as duas respostas mais altas: 4 de 5; de 2 ou 3 respostas, só a mais alta.',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    'Resolução no primeiro contato: a parte dos casos resolvidos com um único contato. Com uma coluna resolved, um caso ainda aberto não conta como resolvido. Só com essa coluna, =FCR(; B:B), diz de cada caso se o primeiro contato o resolveu.',
  'Number of contacts each case has needed so far. One each when left out.':
    'Número de contatos de que cada caso precisou até agora. Um cada se omitido.',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    'Se cada caso está resolvido: VERDADEIRO ou FALSO, 1 ou 0, yes ou no, solved ou open. Todos estão se omitido.',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    'Net Promoter Score: promotores (9 ou 10) menos detratores (0 a 6) por cem respostas, de -100 a 100.',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    'Respostas de 0 a 10 a “Qual a probabilidade de você nos recomendar?”.',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Horas até que os casos sejam resolvidos, a mediana por padrão. Horas do relógio, ou horas de trabalho quando um argumento do calendário de trabalho é informado.',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Data e hora em que cada caso foi aberto. Ou, se closed for omitido, as horas que levou: números, células de duração ou um texto como "1 h 23 m" ou "99:30:00".',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    'Data e hora em que cada caso foi resolvido. Uma célula vazia significa ainda não: o caso não é contado, de modo que o resultado é curto demais enquanto muitos estão abertos; SLA_COMPLIANCE o conta.',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Horas até que os clientes recebam a primeira resposta, a mediana por padrão. Horas do relógio, ou horas de trabalho quando um argumento do calendário de trabalho é informado.',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Data e hora em que cada cliente escreveu ou ligou. Ou, se replied for omitido, as horas que levou: números, células de duração ou um texto como "1 h 23 m" ou "99:30:00".',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    'Data e hora da primeira resposta. Uma célula vazia significa nenhuma ainda: o caso não é contado, embora o cliente espere; SLA_COMPLIANCE o conta.',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'A parte dos casos tratados dentro do tempo alvo; exatamente no alvo está dentro. Um caso ainda aberto conta como perdido assim que seu alvo passa, e antes é desconsiderado. Horas do relógio, ou horas de trabalho quando um argumento do calendário de trabalho é informado.',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Data e hora em que cada caso chegou. Ou, se finished for omitido, as horas que levou: números, células de duração ou um texto como "1 h 23 m" ou "99:30:00".',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    'Data e hora em que cada caso foi respondido ou resolvido. Uma célula vazia significa ainda não.',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    'Horas permitidas: um valor para todos, ou um por linha; um número, uma célula de hora como 4:00, ou um texto como "30 min".',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    'Momento a partir do qual se olha para trás, por exemplo AGORA(); o que veio depois ainda não aconteceu. Uma data sem hora é o fim desse dia. Se omitido, o momento mais recente das duas colunas.',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    'Parte das promessas cumpridas no prazo. Um dia prometido dura até o seu fim, uma hora vale ao minuto. O que venceu e não foi entregue está atrasado; o que ainda não venceu é desconsiderado.',
  'Date promised for each delivery, with or without a time of day.': 'Data prometida de cada entrega, com ou sem hora.',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    'Quando cada uma foi entregue. Vazio: ainda não. Onde uma hora foi prometida, informe uma aqui também: uma data sozinha é o primeiro minuto do seu dia.',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    'Dia ou hora a partir do qual se olha para trás: promessas posteriores são desconsideradas e entregas posteriores ainda não aconteceram. Se omitido: a entrega mais recente enquanto algo está aberto, a data mais recente das duas colunas quando tudo ou nada foi entregue.',
  'Days after the promised date that still count as on time. 0 when left out.':
    'Dias após a data prometida que ainda contam como no prazo. 0 se omitido.',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    'Disponibilidade: a parte de um período em que o serviço esteve no ar. Interrupções que se sobrepõem contam uma vez, e só na medida em que estão no período. Nenhuma interrupção é 100%.',
  'Date and time each outage began. All blank: there was none.':
    'Data e hora em que cada interrupção começou. Tudo vazio: não houve nenhuma.',
  'When each one was over. Blank: still down at to_time.':
    'Quando cada uma terminou. Vazio: ainda fora do ar em to_time.',
  'Start of the period: 2026-03-01 for March.': 'Início do período: 2026-03-01 para março.',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    'Fim do período, que já não faz parte dele: 2026-04-01 para março.',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'A cor de um KPI: green (verde) quando o valor atinge a meta, amber (amarelo) quando fica pouco aquém, red (vermelho) nos demais casos. A meta pode ser escrita como as pessoas a escrevem: ">=95%", "< 2.5", "60%-70%", "under 5 min" ou um número simples.',
  'The value reached, such as the cell of =FCR(…).': 'O valor alcançado, por exemplo a célula de =FCR(…).',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    'O que alcançar: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", um número ou KPI_TARGET(…). Segundos, minutos e horas são comparados com um valor em horas, como RESPONSE_TIME o dá; dias e semanas com um valor em dias, como TIME_TO_VALUE o dá; meses e anos com um valor em meses.',
  'Which way is better.': 'Qual sentido é melhor.',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    'como a meta diz; um número simples ou uma faixa é alcançado por baixo, portanto mais que a faixa é green; um tempo não deve ser ultrapassado',
  'at least the number, or the lower end of the range': 'no mínimo o número, ou a extremidade inferior da faixa',
  'at most the number, or the upper end of the range': 'no máximo o número, ou a extremidade superior da faixa',
  'inside the range, neither below nor above': 'dentro da faixa, nem abaixo nem acima',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    'Quanto um valor pode errar a meta e ainda ser amber, como parte dela. 10% se omitido. De uma meta acima de 95% e abaixo de 100%, por exemplo 99,9%, é uma parte do que pode falhar: 10% de 0,1%.',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    'Qualquer função desta lista que dê um único número, calculada para cada segmento, mês ou dia. rows conta as linhas de um segmento, também as sem resposta. Um segmento sem nada para calcular tem um valor vazio. Com detail, cada taxa tem sua parte e seu todo, os limites low e high, e um veredito: se ela difere de todas as outras linhas juntas.',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    'Nome da função entre aspas, por exemplo "CSAT". Os segmentos ficam na ordem dos seus nomes; "CSAT desc" põe o maior valor primeiro, "CSAT asc" o menor. "CSAT detail" diz quão certa é cada taxa e se ela difere do resto; "CSAT detail 90%" com limites de 90%.',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    'Segmento de cada linha, como canal ou região, ou uma data. Uma linha sem segmento é desconsiderada. Cada dia é um segmento próprio: para meses, informe o primeiro dia do mês.',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    'Argumentos dessa função na sua ordem: colunas tão altas quanto groups, depois opções avulsas. Onde a função recebe um único número, o dinheiro e as contagens das linhas de um segmento são somados; uma taxa, um preço ou uma média deve ser uma célula para todos, ou uma linha para cada segmento.',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    'A parte das linhas que dizem sim, por exemplo o churn de uma coluna Churned com Yes e No. Com which, a parte das linhas cujo valor é um dos que ele nomeia.',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    'Yes ou No, VERDADEIRO ou FALSO, 1 ou 0 em cada linha; com which, qualquer valor. Uma linha sem valor é desconsiderada.',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    'O valor que conta, por exemplo "Churned", ou uma lista curta de valores, em maiúsculas ou minúsculas. Pelo menos um deve estar nos dados. Yes se omitido.',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    'Se a variante B converte melhor que a variante A, ou se a diferença pode ser acaso: as duas taxas, o ganho (diferença dividida por rate_a), os limites entre os quais a diferença verdadeira provavelmente está, e quão provável seria uma diferença tão grande se as duas fossem iguais (p_value). Amostras pequenas recebem um teste exato; o veredito o nomeia.',
  'How many people saw variant A.': 'Quantas pessoas viram a variante A.',
  'How many of them converted.': 'Quantas delas converteram.',
  'How many people saw variant B.': 'Quantas pessoas viram a variante B.',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    'Confiança dos limites low e high. Uma variante é melhor quando p_value está abaixo do que ela deixa: 5% se omitido, pois então é 95%. Olhar repetidas vezes enquanto o teste corre encontra diferenças que não existem.',
}
