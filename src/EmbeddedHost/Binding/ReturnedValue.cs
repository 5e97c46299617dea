using System.Linq.Expressions;
using System.Reflection;

namespace EmbeddedHost.Binding;

/// <summary>Whatever a function's method returns, as a task of an object. Null where it returns nothing.</summary>
internal static class ReturnedValue
{
    public static Expression Await(Expression call)
    {
        var type = call.Type;
        if (type == typeof(void)) return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (type == typeof(Task) || type == typeof(ValueTask)) return Expression.Call(Method(nameof(FromTask), type), call);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return Expression.Call(Method(nameof(FromTaskOf)).MakeGenericMethod(type.GenericTypeArguments), call);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            return Expression.Call(Method(nameof(FromValueTaskOf)).MakeGenericMethod(type.GenericTypeArguments), call);
        }

        return Expression.Call(Method(nameof(FromValue)), Expression.Convert(call, typeof(object)));
    }

    private static ValueTask<object?> FromValue(object? value) => new(value);

    private static async ValueTask<object?> FromTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromTaskOf<T>(Task<T> task) => await task;

    private static async ValueTask<object?> FromValueTaskOf<T>(ValueTask<T> task) => await task;

    private static MethodInfo Method(string name) =>
        typeof(ReturnedValue).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static MethodInfo Method(string name, Type argument) =>
        typeof(ReturnedValue).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static, [argument])!;
}
