using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedHost.Discovery;

internal sealed class FoundDefinition(
    string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger) : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary.Create<string, BindingMetadata>()
            .Add(triggerParameter.Name!, new TriggerMetadata(triggerParameter.Name!, trigger));

    private sealed class TriggerMetadata(string parameter, TriggerBindingAttribute trigger) : BindingMetadata
    {
        public override string Name => parameter;

        public override string Type => trigger switch
        {
            HttpTriggerAttribute => "httpTrigger",
            OrchestrationTriggerAttribute => "orchestrationTrigger",
            ActivityTriggerAttribute => "activityTrigger",
            _ => "timerTrigger",
        };
    }
}
