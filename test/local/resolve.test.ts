import { describe, expect, test } from '@jest/globals';
import { resolver } from '#local/resolve.ts';
import { resourcesOf } from '#local/resources.ts';
import type { Template } from '#local/template.ts';

const resolve = resolver({
  ref: (name) => `ref of ${name}`,
  attribute: (id, attribute) => `${attribute} of ${id}`,
});

describe('the template’s functions', () => {
  test.each([
    ['a plain value', 300, 300],
    ['null', null, null],
    ['Ref', { Ref: 'Table' }, 'ref of Table'],
    ['GetAtt, as a list', { 'Fn::GetAtt': ['Function', 'Arn'] }, 'Arn of Function'],
    ['GetAtt, as text with a nested attribute', { 'Fn::GetAtt': 'Stack.Outputs.Name' }, 'Outputs.Name of Stack'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref of B'],
    ['Select', { 'Fn::Select': ['1', ['a', { Ref: 'B' }]] }, 'ref of B'],
    ['Sub', { 'Fn::Sub': `x-\${A}-\${B.Arn}-\${!C}` }, `x-ref of A-Arn of B-\${C}`],
    ['Sub with variables', { 'Fn::Sub': [`\${A}-\${B}`, { A: { Ref: 'X' } }] }, 'ref of X-ref of B'],
    ['deep inside', { a: [{ b: { Ref: 'C' } }] }, { a: [{ b: 'ref of C' }] }],
    ['a property that is called Ref beside others', { Ref: 'x', other: 1 }, { Ref: 'x', other: 1 }],
  ])('%s', (_, value, resolved) => {
    expect(resolve(value)).toEqual(resolved);
  });

  test.each([
    ['another function', { 'Fn::ImportValue': 'x' }, /Fn::ImportValue/],
    ['a selection beyond the end', { 'Fn::Select': [2, ['a', 'b']] }, /no item 2/],
  ])('%s stops the run', (_, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });
});

describe('the template’s resources', () => {
  const template = (Resources: Template['Resources']): Template => ({
    Parameters: { QuietSeconds: { Default: 300 } },
    Resources,
  });
  const table = { Type: 'AWS::DynamoDB::Table', Properties: { Name: { Ref: 'QuietSeconds' } } };

  test.each([
    ['what is given', { QuietSeconds: '0' }, '0'],
    ['the default where nothing is', {}, 300],
  ])('a parameter is %s', (_, given, value) => {
    expect(
      resourcesOf(template({ T: table }), given).the<{ Name: string }>('AWS::DynamoDB::Table').properties.Name,
    ).toBe(value);
  });

  test('a type that cannot be run here stops the run, with its name', () => {
    expect(() => resourcesOf(template({ Q: { Type: 'AWS::Kinesis::Stream' } }), {})).toThrow(
      /AWS::Kinesis::Stream \(Q\)/,
    );
  });

  test.each([
    ['an unknown name', { Ref: 'Nobody' }, /refers to Nobody/],
    ['an unknown attribute', { 'Fn::GetAtt': ['T', 'StreamArn'] }, /T\.StreamArn/],
  ])('%s stops the run', (_, value, message) => {
    const resources = resourcesOf(template({ T: table }), {});
    expect(() => resources.resolve(value)).toThrow(message);
  });

  test('two of what there must be one of stop the run', () => {
    const resources = resourcesOf(template({ A: table, B: table }), {});
    expect(() => resources.the('AWS::DynamoDB::Table')).toThrow(/exactly one AWS::DynamoDB::Table/);
  });
});
