using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Tests.Admin.Auditing;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Who adds a function for administrators says whether it changes anything, and so whether the audit must tell of it.</summary>
public sealed class AuditTests
{
    [Fact]
    public void AdminFunctions_NotJustRead_AreAllOnTheList()
    {
        var functions =
            from type in Assembly.Load("PersonalizationEngine.Functions").GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
            where name is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is { AuthLevel: AuthorizationLevel.Admin } && !(trigger.Methods ?? []).SequenceEqual(["get"])
            select name;

        Assert.Equal(
            AdminFunctions.ThatChangeSomething.Concat(AdminFunctions.ThatChangeNothing).Order(StringComparer.Ordinal),
            functions.Order(StringComparer.Ordinal));
    }

    /// <summary>What was done cannot be undone in the audit: nobody can write to it from outside.</summary>
    [Fact]
    public void Audit_HasNoFunctionButToRead() => Assert.All(
        from type in Assembly.Load("PersonalizationEngine.Functions").GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger?.Route?.StartsWith("api/v1/admin/audit", StringComparison.Ordinal) is true
        select trigger,
        trigger => Assert.Equal<string>(["get"], trigger.Methods ?? []));
}
