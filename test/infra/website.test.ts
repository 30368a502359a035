import { describe, expect, test } from '@jest/globals';
import { contentPolicy } from '#site/contentPolicy.ts';
import { synthesized } from '#test/infra/synthesized.ts';

const template = synthesized();
const [policy] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
const config = policy?.['Properties'].ResponseHeadersPolicyConfig;
const security = config.SecurityHeadersConfig;

describe('what CloudFront adds to every answer', () => {
  test('is the policy that the pages themselves name, and that nobody may frame them', () => {
    // A policy on the page cannot speak of frames: browsers leave it out there.
    const rules = (text: string) => text.split('; ').sort();
    expect(rules(security.ContentSecurityPolicy.ContentSecurityPolicy)).toEqual(
      rules(`${contentPolicy}; frame-ancestors 'none'`),
    );
  });

  test('lets nothing of others in, nor anything inline', () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; /);
    expect(contentPolicy).not.toMatch(/unsafe|https?:|data:|\*/);
  });

  test.each([
    ['the kind of a file is never guessed', security.ContentTypeOptions, { Override: true }],
    ['no frames, for browsers before the policy', security.FrameOptions, { FrameOption: 'DENY', Override: true }],
    ['no address is passed on', security.ReferrerPolicy, { ReferrerPolicy: 'no-referrer', Override: true }],
    [
      'https for two years',
      security.StrictTransportSecurity,
      { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test('no camera, no microphone, no place; and no other window holds on to ours', () => {
    const custom = Object.fromEntries(
      config.CustomHeadersConfig.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]),
    );
    expect(custom['cross-origin-opener-policy']).toBe('same-origin');
    for (const feature of ['camera', 'geolocation', 'microphone'])
      expect(custom['permissions-policy'].split(', ')).toContain(`${feature}=()`);
  });

  test('is on every path', () => {
    const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
    const { DistributionConfig } = distribution?.['Properties'] ?? {};
    expect(DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId).toBeDefined();
    expect(DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(DistributionConfig.CacheBehaviors).toBeUndefined();
  });
});
