using System.Text;
using System.Text.Json;
using Dapper;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlLeadScores(SqlDatabase database) : ILeadScores
{
    private const string Due =
        "select person_id from people where person_id > @after and "
        + "(scored_at is null or changed_at >= scored_at or score_valid_until <= @now) order by person_id limit @limit";

    /// <summary>A row only where the last one says something else.</summary>
    private const string Insert =
        "insert into lead_scores (user_id, score, segment, factors, calculated_at, clamped) "
        + "select @user, @score, @segment, @factors, @at, @clamped where not exists (select 1 from "
        + "(select score, segment from lead_scores where user_id = @user order by id desc limit 1) latest "
        + "where latest.score = @score and latest.segment = @segment)";

    private const string Mark = "update people set scored_at = @scoredAt, score_valid_until = @validUntil where person_id = @user";

    public Task SaveAsync(IReadOnlyList<PersonScore> scores, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(Insert, scores.Select(Parameters));
            await transaction.ExecuteAsync(Mark, scores.Select(score => new
            {
                user = score.PersonId,
                scoredAt = UnixMilliseconds.From(score.Score.CalculatedAt),
                validUntil = UnixMilliseconds.From(score.Score.ValidUntil),
            }));
        },
        cancellationToken);

    public async Task<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var people = await connection.QueryAsync<string>(new CommandDefinition(
            Due, new { after = afterPersonId, now = UnixMilliseconds.From(now), limit }, cancellationToken: cancellationToken));
        return [.. people];
    }

    private static object Parameters(PersonScore person) => new
    {
        user = person.PersonId,
        score = person.Score.Score,
        segment = person.Score.Segment.Name(),
        factors = Factors(person.Score),
        at = person.Score.CalculatedAt,
        clamped = person.Score.Clamped,
    };

    /// <summary>Factor to value: what the score was made of.</summary>
    private static string Factors(LeadScore score)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var line in score.Receipt) writer.WriteNumber(line.Factor.Factor.Name(), Math.Round(line.Factor.Value, 6));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
