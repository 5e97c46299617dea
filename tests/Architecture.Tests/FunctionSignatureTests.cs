using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>
/// The rules of the generators and analyzers of the Functions SDK (AZFW0001 to AZFW0017) and of Durable Functions' analyzers for
/// bindings (DURABLE1001 to 1003, 2001 to 2004), which run in the azure build alone. A function that breaks one is left out of
/// what the SDK generates, mostly without a word.
/// </summary>
public sealed partial class FunctionSignatureTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. Assembly.Load("PersonalizationEngine.Functions").GetTypes().SelectMany(type => type.GetMethods(All))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void Classes_OfFunctions_CanBeMadeByGeneratedCode() => All_(method =>
    {
        // Static methods of static classes are called by their class; others by an instance that services are given to.
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType) Assert.True(type is { IsVisible: true, IsGenericType: false });
        Assert.True(method.IsStatic || method.DeclaringType is { IsAbstract: false });
        Assert.True(method.IsStatic || method.DeclaringType!.GetConstructors().Length == 1);
    });

    [Fact]
    public void Methods_OfFunctions_AreOnesThatGeneratedCodeCanCall()
    {
        All_(method =>
        {
            Assert.True(method is { IsPublic: true, IsGenericMethod: false });
            Assert.False(method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null, "async void");
            Assert.DoesNotContain(method.GetParameters(), parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike || parameter.IsOptional);
        });
        // Generated code tells functions apart by class and method, not by parameters.
        Assert.Equal(Functions.Count, Functions.Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").Distinct().Count());
    }

    [Fact]
    public void Names_OfFunctions_AreAcceptedByTheHostAndUnique()
    {
        var names = Functions.Select(Name).ToList();
        Assert.All(names, name => Assert.Matches(FunctionName(), name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Bindings_OfAFunction_HaveOneTriggerAndNoOther() => All_(method =>
    {
        var triggers = 0;
        foreach (var parameter in method.GetParameters())
        {
            var bindings = parameter.GetCustomAttributes<BindingAttribute>().ToList();
            Assert.True(bindings.Count <= 1, "one binding a parameter");
            triggers += bindings.OfType<TriggerBindingAttribute>().Count();
            // Names of bindings stand in JSON and in routes.
            if (bindings.Count > 0) Assert.Matches(BindingName(), parameter.Name!);
            Assert.DoesNotContain(parameter.CustomAttributes, attribute => attribute.AttributeType.Namespace?.StartsWith("Microsoft.Azure.WebJobs", StringComparison.Ordinal) is true);
        }

        Assert.Equal(1, triggers);
        Assert.DoesNotContain(method.GetCustomAttributes(), attribute => attribute is OutputBindingAttribute);
        Assert.DoesNotContain(method.GetCustomAttributes(), attribute => attribute.GetType().Name.Contains("Retry", StringComparison.Ordinal));
    });

    /// <summary>The worker gives these, and the values of a route as text, without a converter of ours.</summary>
    [Fact]
    public void Parameters_OfHttpFunctions_AreWhatTheWorkerGives() => Each<HttpTriggerAttribute>((method, parameter, trigger) =>
    {
        Assert.Equal(typeof(HttpRequest), parameter.ParameterType);
        Assert.True(Awaited(method.ReturnType).IsAssignableTo(typeof(IResult)), "only an IResult is written");
        var ofRoute = RouteParameter().Matches(trigger.Route!).Select(match => match.Groups["name"].Value).ToList();
        foreach (var other in method.GetParameters().Where(other => other != parameter))
        {
            Assert.True(
                other.ParameterType == typeof(CancellationToken) || other.ParameterType == typeof(FunctionContext)
                || other.GetCustomAttribute<DurableClientAttribute>() is not null
                || (other.ParameterType == typeof(string) && ofRoute.Contains(other.Name!)),
                $"{other.ParameterType.Name} {other.Name}");
        }
    });

    [Fact]
    public void Routes_OfHttpFunctions_AreAcceptedByTheHost() => Each<HttpTriggerAttribute>((_, _, trigger) =>
    {
        var route = trigger.Route;
        Assert.False(string.IsNullOrEmpty(route));
        Assert.False(route.StartsWith('/') || route.EndsWith('/'));
        // The host keeps these for itself.
        Assert.DoesNotMatch(ReservedRoute(), route);
        Assert.All(RouteParameter().Matches(route), match => Assert.True(
            KnownConstraints.Contains(match.Groups["constraint"].Value) || match.Groups["constraint"].Value.StartsWith(":regex(", StringComparison.Ordinal), match.Value));
        Assert.NotEmpty(trigger.Methods!);
        Assert.All(trigger.Methods!, verb => Assert.Contains(verb.ToUpperInvariant(), (string[])["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]));
    });

    [Fact]
    public void Parameters_OfTimers_AreTimerInfo() =>
        Each<TimerTriggerAttribute>((_, parameter, _) => Assert.Equal(typeof(TimerInfo), parameter.ParameterType));

    /// <summary>DURABLE1001 to 1003.</summary>
    [Fact]
    public void Parameters_OfDurableBindings_HaveTheirTypes()
    {
        Each<OrchestrationTriggerAttribute>((method, parameter, _) =>
        {
            Assert.Equal(typeof(TaskOrchestrationContext), parameter.ParameterType);
            // DURABLE0008: what else is bound there is not replayed; DURABLE0007: nor is a token of cancellation.
            Assert.All(method.GetParameters().Where(other => other != parameter), other => Assert.False(
                other.GetCustomAttributes<BindingAttribute>().Any() || other.ParameterType == typeof(CancellationToken) || other.ParameterType == typeof(FunctionContext)));
        });
        All_(method => Assert.All(
            method.GetParameters().Where(parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null),
            parameter => Assert.Equal(typeof(DurableTaskClient), parameter.ParameterType)));
    }

    private static readonly string[] KnownConstraints = ["", ":int", ":long", ":guid", ":alpha", ":bool", ":datetime"];

    private static void All_(Action<MethodInfo> check) => Assert.All(Functions, method =>
    {
        try
        {
            check(method);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name}: {fault.Message}", fault);
        }
    });

    private static void Each<TTrigger>(Action<MethodInfo, ParameterInfo, TTrigger> check)
        where TTrigger : Attribute => All_(method =>
    {
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttribute<TTrigger>() is { } trigger) check(method, parameter, trigger);
        }
    });

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static Type Awaited(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,126}$")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]{0,126}$")]
    private static partial Regex BindingName();

    /// <summary>A constraint may be an expression with braces of its own, doubled.</summary>
    [GeneratedRegex(@"\{\**(?<name>\w+)(?<constraint>:(?:[^{}?]|\{\{|\}\}|\?(?!\}))+)?\??\}")]
    private static partial Regex RouteParameter();

    [GeneratedRegex("^(admin|runtime)(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedRoute();
}
