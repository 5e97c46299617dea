using System.Collections.Concurrent;
using System.Linq.Expressions;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>How the properties of a row become the values of an insert; compiled once for each pair of the two.</summary>
internal static class RowLayout
{
    private static readonly ConcurrentDictionary<(Type Row, string Columns), Action<RowText, object>> Layouts = new();

    /// <exception cref="ArgumentException">The row has no property for a column.</exception>
    public static Action<RowText, object> Of(Type row, SqlInsert insert, string head) => Layouts.GetOrAdd(
        (row, head), static (key, columns) => Compile(key.Row, columns), insert.Columns);

    private static Action<RowText, object> Compile(Type type, IReadOnlyList<string> columns)
    {
        var text = Expression.Parameter(typeof(RowText));
        var row = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(type);
        var values = columns.Select(column => Write(text, Expression.Property(typed, PropertyOf(type, column))));
        return Expression.Lambda<Action<RowText, object>>(
            Expression.Block([typed], [Expression.Assign(typed, Expression.Convert(row, type)), .. values]), text, row).Compile();
    }

    private static System.Reflection.PropertyInfo PropertyOf(Type type, string column) =>
        type.GetProperty(column) ?? throw new ArgumentException($"{type.Name} has no {column}.");

    private static MethodCallExpression Write(ParameterExpression text, MemberExpression value)
    {
        var exact = typeof(RowText).GetMethods()
            .FirstOrDefault(method => method.Name == nameof(RowText.Value) && method.GetParameters()[0].ParameterType == value.Type);
        return exact is not null
            ? Expression.Call(text, exact, value)
            : Expression.Call(text, typeof(RowText).GetMethod(nameof(RowText.Value), [typeof(object)])!, Expression.Convert(value, typeof(object)));
    }
}
