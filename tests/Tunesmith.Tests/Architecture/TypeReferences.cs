using System.Reflection;
using System.Reflection.Emit;

namespace Tunesmith.Tests.Architecture;

/// <summary>
/// Every type that a type mentions: in its bases, its members' signatures and its methods' instructions. Only constants escape it, which
/// the compiler copies; their using directives are checked in the sources.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types that a type mentions, itself among them.</summary>
    public static HashSet<Type> Of(Type type)
    {
        HashSet<Type> found = [];
        Add(found, type);
        Add(found, type.BaseType);
        Array.ForEach(type.GetInterfaces(), item => Add(found, item));
        Array.ForEach(type.GetFields(All), field => Add(found, field.FieldType));
        foreach (MethodBase method in type.GetMembers(All).OfType<MethodBase>())
        {
            Array.ForEach(method.GetParameters(), parameter => Add(found, parameter.ParameterType));
            Add(found, (method as MethodInfo)?.ReturnType);
            if (method.GetMethodBody() is { } body)
            {
                AddBody(found, method, body);
            }
        }

        return found;
    }

    private static void AddBody(HashSet<Type> found, MethodBase method, MethodBody body)
    {
        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            Add(found, local.LocalType);
        }

        foreach (ExceptionHandlingClause clause in body.ExceptionHandlingClauses)
        {
            Add(found, clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null);
        }

        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (int token in MemberTokens(body.GetILAsByteArray()!))
        {
            MemberInfo member = method.Module.ResolveMember(token, typeArguments, methodArguments)!;
            Add(found, member as Type ?? member.DeclaringType);
            Add(found, (member as FieldInfo)?.FieldType);
            if (member is MethodInfo call)
            {
                Add(found, call.ReturnType);
                Array.ForEach(call.IsGenericMethod ? call.GetGenericArguments() : [], item => Add(found, item));
            }
        }
    }

    // The tokens of types, fields and methods among the instructions of a method.
    private static IEnumerable<int> MemberTokens(byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            short value = code[at++];
            value = value == 0xFE ? (short)((0xFE << 8) | code[at++]) : value;
            OperandType operand = Codes[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        while (type is { HasElementType: true })
        {
            type = type.GetElementType();
        }

        if (type is null || !found.Add(type) || !type.IsGenericType)
        {
            return;
        }

        foreach (Type argument in type.GetGenericArguments())
        {
            Add(found, argument);
        }
    }
}
