// Brazilian Portuguese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    'A parte dos novos usuários que alcançou a etapa de ativação dentro de um número de dias após o cadastro, 14 por padrão. Usuários cadastrados há pouco tempo demais para terem tido todos esses dias são desconsiderados.',
  'Day each user signed up.': 'Dia em que cada usuário se cadastrou.',
  'Day each user activated. A blank cell means not yet.':
    'Dia em que cada usuário foi ativado. Uma célula vazia significa ainda não.',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    'Dias após o cadastro em que a ativação conta, incluindo o último. 14 se omitido.',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    'Dia a partir do qual se olha para trás; o que veio depois ainda não aconteceu. Se omitido, a data mais recente das duas colunas.',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    'A parte das pessoas que fez o que se esperava, por exemplo dos visitantes que compraram. Com um nível de confiança, é uma tabela que também diz entre quais limites a taxa verdadeira provavelmente está (intervalo de Wilson).',
  'How many converted.': 'Quantos converteram.',
  'How many could have, those who converted included.':
    'Quantos poderiam ter convertido, incluindo os que converteram.',
  'Confidence of the limits, such as 95%. No limits when left out.':
    'Confiança dos limites, por exemplo 95%. Sem limites se omitido.',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    'Quantas pessoas passam de cada etapa de uma jornada para a seguinte: a taxa de cada passo, a taxa desde o início e quantas se perdem pelo caminho. Uma etapa maior que a anterior mostra uma taxa acima de 1: pessoas entram ali vindas de outro lugar.',
  'Names of the stages, the first one on top.': 'Nomes das etapas, a primeira no topo.',
  'How many people reached each stage.': 'Quantas pessoas chegaram a cada etapa.',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    'Stickiness (DAU/MAU): os usuários de um dia médio como parte dos usuários do mês. 0,5 significa que um usuário vem dia sim, dia não.',
  'Users active on each day of the month; of several days the mean is taken.':
    'Usuários ativos em cada dia do mês; de vários dias, usa-se a média.',
  'Different users active at any time in that month.': 'Usuários diferentes ativos em algum momento desse mês.',
  'Customer (logo) churn: the share of customers lost in a period.':
    'Churn de clientes (logo churn): a parte dos clientes perdidos em um período.',
  'Customers lost in the period. With method start, only those who were there at the start.':
    'Clientes perdidos no período. Com o método start, só os que estavam lá no início.',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    'Clientes conquistados no período. Só os métodos average e exposure os usam. 0 se omitido.',
  'What the lost customers are divided by.': 'Por que número os clientes perdidos são divididos.',
  'the customers at the start': 'os clientes do início',
  'the mean of the customers at the start and at the end, for fast growth':
    'a média dos clientes do início e do fim, para crescimento rápido',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    'os clientes do início mais metade dos novos, que ficaram em risco por metade do período',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    'Triângulo de coortes: clientes agrupados pelo período do primeiro pedido, e a parte de cada grupo que voltou em cada período seguinte. Uma célula com 0 é um período em que ninguém voltou; uma vazia ainda está por vir.',
  'When a customer counts as retained in a period.': 'Quando um cliente conta como retido em um período.',
  'with an order in that very period': 'com um pedido nesse mesmo período',
  'with an order in that period or any later one': 'com um pedido nesse período ou em qualquer um posterior',
  'the share of the cohort': 'a parte da coorte',
  'the number of customers': 'o número de clientes',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    'Receita por coorte: clientes agrupados pelo período do primeiro pedido, e o que cada grupo trouxe em cada período seguinte. 0 é um período em que nenhum deles comprou; vazio ainda está por vir.',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    'Valor de cada pedido. Um valor negativo é um reembolso: ele reduz a receita do seu período e não é um pedido, de modo que não torna ninguém cliente; um anterior ao primeiro pedido do cliente é desconsiderado. Uma linha sem valor também é desconsiderada.',
  'the revenue of the cohort in that period': 'a receita da coorte nesse período',
  'that revenue for each customer the cohort began with': 'essa receita para cada cliente com que a coorte começou',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    'o que um cliente da coorte trouxe até então, incluindo os períodos anteriores: receita vitalícia até agora',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    'a receita como parte da do período 0, vazio onde esta não está acima de 0',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    'Retenção bruta de receita (GRR): a parte da receita recorrente do início do período que ainda está lá no fim. O que os clientes pagam a mais não conta, portanto é no máximo 100%.',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    'O que os clientes que saíram pagavam no início, como número positivo. Clientes novos e reativados ficam de fora.',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    'Por que a receita recorrente mudou, período a período: novos clientes, expansão, contração, clientes perdidos e reativados, da abertura ao fechamento. As perdas são números positivos, a menos que se peça outra coisa. No primeiro período tudo é novo, pois nada se sabe antes dele. As linhas são um registro de faturamento ou, quando end_dates é informado, uma lista de assinaturas.',
  'Customer of each row of a billing log, or of each subscription.':
    'Cliente de cada linha de um registro de faturamento, ou de cada assinatura.',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    'Um dia do período a que a linha pertence; com end_dates, o dia em que cada assinatura começa.',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    'Receita recorrente desse cliente nesse período. Várias linhas são somadas; nenhuma linha, 0 ou apenas um crédito significa nenhuma nesse período. Com end_dates, o que a assinatura traz em cada período.',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    'Duração de um período. Não inclua as linhas de um que ainda não foi faturado por completo: os clientes de um registro sem linha no último período contam como perdidos.',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    'Para uma lista com uma linha por assinatura: o dia em que cada uma terminou, vazio enquanto estiver vigente. Ela conta em um período se estiver vigente no fim dele: nova no período do seu início, perdida no período em que termina. Quando outra do mesmo cliente começa nesse dia ou no dia seguinte, ela a sucede.',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    'Último dia considerado, no último período; linhas e términos posteriores são ignorados. Se omitido, a data mais recente dos dados.',
  'How contraction and churned revenue are written.': 'Como são escritas a contração e a receita perdida.',
  'as amounts that were lost': 'como valores que foram perdidos',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    'abaixo de zero, para que a abertura e os movimentos somem o fechamento, como um gráfico de cascata exige',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    'Retenção líquida de receita (NRR): o que os clientes do início do período pagam no fim, como parte do que pagavam no início. Acima de 100%, eles crescem mais do que perdem; clientes novos e reativados ficam de fora.',
  'What customers of the start pay more. New and reactivated customers stay out.':
    'O que os clientes do início pagam a mais. Clientes novos e reativados ficam de fora.',
  'What customers who left had paid at the start, as a positive number.':
    'O que os clientes que saíram pagavam no início, como número positivo.',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    'Taxa de recompra: a parte dos clientes que comprou de novo dentro de um número de dias após o primeiro pedido, 365 por padrão. Dois pedidos em um dia são uma compra, e clientes recentes demais para terem tido todos esses dias são desconsiderados.',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    'Data de cada pedido. Outro pedido conta a partir do dia seguinte: contam os dias distintos, não os pedidos.',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    'Dias após o primeiro pedido em que outro conta, incluindo o último. 365 se omitido.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    'Último dia considerado; pedidos posteriores são ignorados. Se omitido, a data mais recente dos dados.',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    'Taxa de retenção: a parte dos clientes do início de um período que ainda são clientes no fim. Novos clientes não contam.',
  'All customers at the end of the period, the new ones included.':
    'Todos os clientes no fim do período, incluindo os novos.',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    'Clientes do fim que não o eram no início: conquistados no período, ou reconquistados. Eles são descontados.',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    'Valor vitalício do cliente a partir de uma lista de pedidos: para cada cliente, a probabilidade de que ainda seja um, os pedidos e o gasto por pedido a esperar, e a margem desses pedidos nos próximos meses. Aprende com todos os clientes juntos (modelos BG/NBD e gama-gama); com menos de cerca de cem, é uma estimativa grosseira. Após um único pedido, ninguém pode ainda ter saído no modelo: p_alive igual a 1 nada diz ali. Onde os pedidos repetidos nada dizem do gasto, expected_spend e clv ficam vazios e a última linha diz por quê. CLV_BACKTEST diz quão bem teria previsto o passado.',
  'Date of each order. All orders of a customer on one day are one order.':
    'Data de cada pedido. Todos os pedidos de um cliente em um dia são um pedido.',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    'Valor de cada pedido. Um valor negativo é um reembolso do último pedido anterior: ele reduz esse gasto e não é um pedido. Um cliente cujos pedidos repetidos somam menos de 0 conta como um que gastou 0.',
  'Gross margin as a share of the amounts.': 'Margem bruta como parte dos valores.',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    'Quantos meses olhar à frente, de 30,4375 dias. 12 se omitido.',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    'Taxa de desconto por ano, por exemplo 10%: o que vem em um mês é descontado a partir do fim dele, a uma taxa mensal de (1 + 10%)^(1/12) - 1. 0 se omitido, e clv é então margem x pedidos x gasto.',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    'Dia a partir do qual se olha à frente; pedidos posteriores são ignorados. Se omitido, a data mais recente dos dados.',
  'What the table says.': 'O que a tabela diz.',
  'what to expect of each customer, on average': 'o que esperar de cada cliente, em média',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    'também low e high, entre os quais estarão 95 de 100 clientes assim, uma linha All com os do total, e em palavras quão certo isso é',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    'Recência, frequência e valor monetário: dias desde o último pedido, pedidos e receita de cada cliente, cada um pontuado de 1 (pior) a 5 (melhor) entre todos os clientes, com um nome de segmento como Champions ou At risk. O nome resulta de r e da média de f e m.',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    'Valor de cada pedido. Um valor negativo é um reembolso: ele reduz a receita e não é um pedido.',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    'Dia a partir do qual a recência conta para trás; pedidos posteriores são ignorados. Se omitido, a data mais recente dos dados.',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    'Pontuação mais alta. 5 se omitido: as pontuações mudam a cada quinto dos clientes.',
}
