using System.Data;
using Dapper;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>How rows become objects: <c>first_seen_at</c> is <c>FirstSeenAt</c>, and every DATETIME is UTC.</summary>
internal static class SqlMapping
{
    private static readonly Lock Gate = new();
    private static bool _isRegistered;

    public static void Register()
    {
        lock (Gate)
        {
            if (_isRegistered) return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.AddTypeHandler(new UtcDateTime());
            _isRegistered = true;
        }
    }

    private sealed class UtcDateTime : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            string text => DateTimeOffset.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal),
            _ => throw new DataException($"A DATETIME was read as {value.GetType().Name}."),
        };
    }
}
