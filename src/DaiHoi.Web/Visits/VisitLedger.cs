using System.Data.Common;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Visits;

/// <summary>Writes what was counted into the database, and reads what stands there.</summary>
internal sealed class VisitLedger(Sql sql)
{
    private const int RowsAtOnce = 200;

    /// <summary>Adds increments to what stands there, all of them or none.</summary>
    /// <param name="second">the second now, since 1970</param>
    public async Task AddAsync(Counted counted, long second, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        // Always in the same order, so that several instances wait for one another and never in a circle.
        foreach (var rows in counted.ViewsOfArticles().OrderBy(row => row.Key).Chunk(RowsAtOnce))
            await AddRowsAsync(
                transaction,
                "insert into article_views (article, views, adopted, changed) values",
                "on conflict (article) do update set views = article_views.views + excluded.views, changed = excluded.changed",
                rows.Select(row => new object[] { row.Key, row.Value, 0L, second }),
                stop
            );
        foreach (var rows in counted.Views.OrderBy(row => row.Key).Chunk(RowsAtOnce))
            await AddRowsAsync(
                transaction,
                "insert into article_view_day (day, article, views) values",
                "on conflict (day, article) do update set views = article_view_day.views + excluded.views",
                rows.Select(row => new object[] { row.Key.Day, row.Key.Article, row.Value }),
                stop
            );
        await AddRowsAsync(
            transaction,
            "insert into visit_day (day, visits, page_views) values",
            "on conflict (day) do update set visits = visit_day.visits + excluded.visits, page_views = visit_day.page_views + excluded.page_views",
            counted.Days.Select(day => new object[] { day.Day, day.Visits, day.PageViews }),
            stop
        );
        // Not broken off: who is told that it failed would count it again.
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The sums shown on a day, and the views of articles that have changed since a second.</summary>
    public async Task<(PeriodSums Sums, List<(long Article, long Views)> Articles)> ReadAsync(
        DateOnly day,
        long since,
        CancellationToken stop
    )
    {
        await using var connection = await sql.OpenAsync(stop);
        var sums = await VisitSums.OnAsync(day, connection, transaction: null, stop);
        await using var command = Sql.Command(
            connection,
            "select article, views from article_views where changed >= @since",
            ("since", since)
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        var articles = new List<(long, long)>();
        while (await reader.ReadAsync(stop))
            articles.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return (sums, articles);
    }

    private static async Task AddRowsAsync(
        DbTransaction transaction,
        string insert,
        string onConflict,
        IEnumerable<object[]> rows,
        CancellationToken stop
    )
    {
        var text = new StringBuilder(insert);
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            text.Append(command.Parameters.Count == 0 ? " (" : ", (");
            for (var i = 0; i < row.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"p{command.Parameters.Count}");
                parameter.Value = row[i];
                command.Parameters.Add(parameter);
                text.Append(i == 0 ? "@" : ", @").Append(parameter.ParameterName);
            }
            text.Append(')');
        }
        if (command.Parameters.Count == 0)
            return;
        command.CommandText = text.Append(' ').Append(onConflict).ToString();
        await command.ExecuteNonQueryAsync(stop);
    }
}
