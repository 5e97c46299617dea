using DurableBehaviour.Orchestrations;

namespace DurableBehaviour.Cases;

public static class ChildCases
{
    public static async Task Child_GivesItsResult(Trial trial) =>
        Trial.Equal("[a>b>c]", await trial.ResultAsync<string>(nameof(Families.Parent), "a"));

    public static async Task Child_WithAnId_KnowsItsParent(Trial trial)
    {
        var childId = trial.NewId();
        var parentId = await trial.StartAsync(nameof(Families.ParentOfNamed), childId);
        Trial.Equal($"{childId} of {parentId}", await trial.ResultOfAsync<string>(parentId));
        Trial.Must(await trial.Client.GetInstanceAsync(childId, trial.Stop) is { IsCompleted: true }, "The child is not there.");
    }

    public static async Task Child_ThatFails_FailsItsCall(Trial trial) =>
        Trial.Equal(nameof(Failing.Throws), await trial.ResultAsync<string>(nameof(Families.ParentOfFailing), "too bad"));

    public static async Task Child_IsTriedAgain(Trial trial) =>
        Trial.Equal("3 attempts", await trial.ResultAsync<string>(nameof(Families.ParentOfStubborn), trial.NewId()));

    public static async Task Children_ManyAtOnce_AllEnd(Trial trial) =>
        Trial.Equal(20, await trial.ResultAsync<int>(nameof(Families.ParentOfMany), 20));
}
