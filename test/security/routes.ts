import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/http/requires';

/** One route as its controller declares it. */
export interface DeclaredRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `:name` for its parameters. */
  path: string;
  access: Access | undefined;
  /** Whether people and not programs ask for it. */
  page: boolean;
}

/** Every route of every controller of the application. */
export function declaredRoutes(app: NestExpressApplication): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    const owner = metatype as () => unknown;
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => prototype[name] as () => unknown)
      .filter((handler) => Reflect.hasMetadata(PATH_METADATA, handler))
      .flatMap((handler) =>
        pathsOf(owner, handler).map((path) => ({
          method: methodOf(handler),
          path,
          access: reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, owner]),
          page: !/^\/(api|health|ready)(\/|$)/.test(path),
        })),
      );
  });
}

function pathsOf(owner: () => unknown, handler: () => unknown): string[] {
  const prefixes = listOf(Reflect.getMetadata(PATH_METADATA, owner));
  const own = listOf(Reflect.getMetadata(PATH_METADATA, handler));
  return prefixes.flatMap((prefix) =>
    own.map((path) => `/${[prefix, path].flatMap((part) => part.split('/').filter(Boolean)).join('/')}`),
  );
}

function listOf(metadata: unknown): string[] {
  return (Array.isArray(metadata) ? metadata : [metadata]).map((path) =>
    typeof path === 'string' ? path : '',
  );
}

function methodOf(handler: () => unknown): DeclaredRoute['method'] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  return RequestMethod[method].toLowerCase() as DeclaredRoute['method'];
}
