using System.Collections.Concurrent;
using System.Linq.Expressions;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>How the properties of a row become the values of an insert; compiled once for each pair of the two.</summary>
/// <param name="Note">Notes which columns are not null in the row.</param>
/// <param name="Write">Writes the values of the columns that are noted.</param>
internal sealed record RowLayout(Action<object, bool[]> Note, Action<object, bool[], RowText> Write)
{
    private static readonly ConcurrentDictionary<(Type Row, string Columns), RowLayout> Layouts = new();

    private static readonly ParameterExpression Row = Expression.Parameter(typeof(object));
    private static readonly ParameterExpression Noted = Expression.Parameter(typeof(bool[]));
    private static readonly ParameterExpression Text = Expression.Parameter(typeof(RowText));

    /// <exception cref="ArgumentException">The row has no property for a column.</exception>
    public static RowLayout Of(Type row, SqlInsert insert, string head) =>
        Layouts.GetOrAdd((row, head), static (key, columns) => Compile(key.Row, columns), insert.Columns);

    private static RowLayout Compile(Type type, IReadOnlyList<string> columns)
    {
        var typed = Expression.Variable(type);
        var values = columns.Select(column => Expression.Property(typed, PropertyOf(type, column))).ToList();
        var assign = Expression.Assign(typed, Expression.Convert(Row, type));
        var note = Expression.Block([typed], [assign, .. values.Select((value, index) => NoteIfPresent(value, index))]);
        var write = Expression.Block([typed], [assign, .. values.Select((value, index) => Expression.IfThen(IsNoted(index), WriteOf(value)))]);
        return new RowLayout(
            Expression.Lambda<Action<object, bool[]>>(note, Row, Noted).Compile(),
            Expression.Lambda<Action<object, bool[], RowText>>(write, Row, Noted, Text).Compile());
    }

    private static System.Reflection.PropertyInfo PropertyOf(Type type, string column) =>
        type.GetProperty(column) ?? throw new ArgumentException($"{type.Name} has no {column}.");

    private static IndexExpression IsNoted(int column) => Expression.ArrayAccess(Noted, Expression.Constant(column));

    private static Expression NoteIfPresent(MemberExpression value, int column)
    {
        var note = Expression.Assign(IsNoted(column), Expression.Constant(true));
        var isNullable = !value.Type.IsValueType || Nullable.GetUnderlyingType(value.Type) is not null;
        return isNullable ? Expression.IfThen(Expression.NotEqual(value, Expression.Constant(null, value.Type)), note) : note;
    }

    private static MethodCallExpression WriteOf(MemberExpression value)
    {
        var exact = typeof(RowText).GetMethods()
            .FirstOrDefault(method => method.Name == nameof(RowText.Value) && method.GetParameters()[0].ParameterType == value.Type);
        return exact is not null
            ? Expression.Call(Text, exact, value)
            : Expression.Call(Text, typeof(RowText).GetMethod(nameof(RowText.Value), [typeof(object)])!, Expression.Convert(value, typeof(object)));
    }
}
