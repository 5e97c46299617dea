using System.Linq.Expressions;
using EmbeddedHost.Invocations;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Binding;

/// <summary>Makes the instance a function's method is called on, from the services of the invocation.</summary>
internal static class FunctionActivation
{
    public static Func<Invocation, object> Compile(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors is [{ } only] && only.GetParameters().Length == 0)
        {
            // without a look at the services no scope is made for them
            var make = Expression.Lambda<Func<object>>(Expression.New(only)).Compile();
            return _ => make();
        }

        var factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return invocation => factory(invocation.InstanceServices, null);
    }
}
