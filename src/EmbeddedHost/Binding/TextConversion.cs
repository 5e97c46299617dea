using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace EmbeddedHost.Binding;

/// <summary>
/// Route values and query parameters as a parameter's type: strings, enums, and all that parse themselves
/// (<see cref="IParsable{TSelf}"/>, in the invariant culture), nullable or not.
/// </summary>
internal static class TextConversion
{
    private static readonly MethodInfo ParseMethod = typeof(TextConversion).GetMethod(nameof(Parse))!;
    private static readonly MethodInfo ParseEnumMethod = typeof(TextConversion).GetMethod(nameof(ParseEnum))!;

    public static bool Supports(Type type) =>
        type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsEnum || IsParsable(plain));

    /// <summary>Turns an expression of a text that may be null into one of the parameter's type.</summary>
    /// <remarks>For a missing text: the parameter's default value, else null where that is possible, else a failure.</remarks>
    public static Expression Convert(Expression text, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var missing = Expression.Equal(text, Expression.Constant(null, typeof(string)));
        if (type == typeof(string)) return Expression.Coalesce(text, Expression.Constant(DefaultOf(parameter), typeof(string)));

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var parse = (plain.IsEnum ? ParseEnumMethod : ParseMethod).MakeGenericMethod(plain);
        var parsed = Expression.Convert(Expression.Call(parse, text, Expression.Constant(parameter.Name)), type);
        var mayBeMissing = parameter.HasDefaultValue || !type.IsValueType || plain != type;
        if (!mayBeMissing) return parsed;

        var fallback = DefaultOf(parameter) is { } value
            ? Expression.Convert(Expression.Constant(plain.IsEnum ? Enum.ToObject(plain, value) : value), type)
            : (Expression)Expression.Default(type);
        return Expression.Condition(missing, fallback, parsed);
    }

    public static T Parse<T>(string? text, string parameter) where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw NotA<T>(text, parameter);

    public static T ParseEnum<T>(string? text, string parameter) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : throw NotA<T>(text, parameter);

    private static object? DefaultOf(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue : null;

    private static bool IsParsable(Type type) => Array.Exists(
        type.GetInterfaces(),
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>) && one.GenericTypeArguments[0] == type);

    private static BindingFailedException NotA<T>(string? text, string parameter) => new(
        text is null ? $"Parameter '{parameter}' is missing." : $"Parameter '{parameter}' is not a {typeof(T).Name}.");
}
