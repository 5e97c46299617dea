using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmbeddedHost.Tests.PublicNames;

/// <summary>A parameter list in the notation of functions-api.md.</summary>
internal static class Parameters
{
    public static string Of(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        var lines = method.GetParameters().Select((parameter, i) => (isExtension && i == 0 ? "this " : "") + Line(parameter));
        return string.Join(", ", lines);
    }

    private static string Line(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.ParameterType.IsByRef ? "ref " : "";
        var type = TypeNames.Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter).WriteState);
        return $"{prefix}{type} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return "";
        if (parameter.DefaultValue is { } value) return $" = {value}";
        var isStruct = parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        return isStruct ? " = default" : " = null";
    }
}
