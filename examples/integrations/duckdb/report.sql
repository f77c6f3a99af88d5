-- Which places are named beside which days, and how they stand there.
SELECT d.timex AS day, news.id, m.name, substring(body, m."begin" + 1, m."end" - m."begin") AS written
FROM news
JOIN found AS d ON d.text_id = news.id AND d."type" = 'date'
JOIN found AS m ON m.text_id = news.id AND m."type" = 'mention'
ORDER BY ALL;
